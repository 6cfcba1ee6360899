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
    assert_eq!(dashboard["spending"]["average"]["amount"], 0);
    assert_eq!(dashboard["currency"], "usd");
}
