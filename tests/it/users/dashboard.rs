use proconnect_tests::{Expect, TestApp};

#[tokio::test]
async fn both_sides_see_what_the_payments_say() {
    let app = TestApp::new().await;
    let hired = app.hired().await;
    let milestone = &hired.milestones[0];
    app.fund(&hired, milestone).await;
    app.submit(&hired, milestone).await;
    let path = format!("/v1/milestones/{milestone}/approve");
    app.post(&hired.client, &path, serde_json::json!({}))
        .await
        .expect_status(200);
    app.drain().await;
    for (person, side, other) in [
        (&hired.client, "spending", "earnings"),
        (&hired.freelancer, "earnings", "spending"),
    ] {
        let history = app.get(person, "/v1/payments").await.body;
        let paid: i64 = history["items"]
            .as_array()
            .unwrap()
            .iter()
            .map(|line| {
                line["amount"]["amount"].as_i64().unwrap() - line["fee"]["amount"].as_i64().unwrap_or(0)
            })
            .sum();
        let dashboard = app
            .get(person, "/v1/users/me/dashboard")
            .await
            .expect_status(200)
            .body;
        assert_eq!(dashboard["currencies"].as_array().unwrap().len(), 1);
        let dashboard = &dashboard["currencies"][0];
        assert!(paid > 0);
        assert_eq!(dashboard[side]["total"]["amount"], paid, "{dashboard}");
        assert_eq!(dashboard[side]["average"]["amount"], paid);
        assert_eq!(dashboard[side]["payments"], 1);
        assert_eq!(dashboard[other]["total"]["amount"], 0);
        let months = dashboard["months"].as_array().unwrap();
        assert_eq!(months.len(), 12);
        let key = if side == "spending" { "spent" } else { "earned" };
        assert_eq!(months[11][key], paid);
    }
}

#[tokio::test]
async fn nothing_yet_is_zero() {
    let app = TestApp::new().await;
    let ada = app.person("client").await;
    let dashboard = app
        .get(&ada, "/v1/users/me/dashboard")
        .await
        .expect_status(200)
        .body;
    assert_eq!(dashboard["currencies"].as_array().unwrap().len(), 1);
    let dashboard = &dashboard["currencies"][0];
    assert_eq!(dashboard["spending"]["average"]["amount"], 0);
    assert_eq!(dashboard["currency"], "usd");
}

#[tokio::test]
async fn each_currency_has_its_own_sums() {
    let app = TestApp::new().await;
    let hired = app.hired().await;
    for milestone in &hired.milestones {
        app.fund(&hired, milestone).await;
    }
    // The same client pays another freelancer in euros.
    let (ada, other) = (&hired.client, app.person("freelancer").await);
    app.onboard(&other).await;
    let text = |value: serde_json::Value| value.to_string().replace("\"usd\"", "\"eur\"");
    let task: serde_json::Value = serde_json::from_str(&text(app.task_body())).unwrap();
    let bid: serde_json::Value = serde_json::from_str(&text(app.bid_body(30_000))).unwrap();
    let task = proconnect_tests::id(&app.post(ada, "/v1/tasks", task).await.expect_status(201).body);
    let bid = app.post(&other, &format!("/v1/tasks/{task}/bids"), bid).await;
    let path = format!(
        "/v1/bids/{}/accept",
        proconnect_tests::id(&bid.expect_status(201).body)
    );
    let contract = app
        .post(ada, &path, serde_json::json!({}))
        .await
        .expect_status(201)
        .body;
    let path = format!(
        "/v1/milestones/{}/fund",
        proconnect_tests::id(&contract["milestones"][0])
    );
    let funding = app
        .post(ada, &path, serde_json::json!({}))
        .await
        .expect_status(201)
        .body;
    app.world
        .visit(funding["checkoutUrl"].as_str().unwrap(), "paid")
        .await;
    app.drain().await;

    let dashboard = app
        .get(ada, "/v1/users/me/dashboard")
        .await
        .expect_status(200)
        .body;
    let sums: Vec<_> = dashboard["currencies"].as_array().unwrap().iter().collect();
    let spent = |place: usize| {
        (
            &sums[place]["currency"],
            &sums[place]["spending"]["total"]["amount"],
        )
    };
    assert_eq!(spent(0), (&"usd".into(), &100_000.into()));
    assert_eq!(spent(1), (&"eur".into(), &15_000.into()));
    assert_eq!((sums.len(), &sums[1]["months"][11]["spent"]), (2, &15_000.into()));
}
