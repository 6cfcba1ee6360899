use proconnect_tests::{Expect, TestApp, usd};
use serde_json::{Value, json};

#[tokio::test]
async fn what_meets_is_split_in_the_middle_and_both_parts_go_out_once() {
    let app = TestApp::new().await;
    let disputed = app.disputed().await;
    let (client, freelancer) = (&disputed.hired.client, &disputed.hired.freelancer);
    let waits = app
        .split(client, &disputed.dispute, 30_001)
        .await
        .expect_status(200)
        .body;
    assert_eq!(
        (&waits["status"], &waits["outcome"]),
        (&json!("opened"), &Value::Null)
    );
    let met = app
        .split(freelancer, &disputed.dispute, 20_000)
        .await
        .expect_status(200)
        .body;
    assert_eq!(met["status"], "resolved");
    // The odd cent stays with the client.
    assert_eq!(
        (&met["outcome"]["kind"], &met["outcome"]["decidedBy"]),
        (&json!("split"), &json!("agreement"))
    );
    assert_eq!(met["outcome"]["toFreelancer"], usd(25_000));
    assert_eq!(met["outcome"]["toClient"], usd(25_000));
    app.drain().await;
    app.assert_settled(&disputed, 25_000).await;
    for person in [client, freelancer] {
        assert!(
            app.subjects(&person.email)
                .contains(&"The dispute about “Drafts” is decided".to_owned())
        );
    }
    assert!(
        app.subjects(&client.email)
            .contains(&"You got $250.00 back".to_owned())
    );
    // Every event and message twice changes nothing.
    for event in app.stripe_events().await {
        app.control("replay", json!({"event": event})).await;
    }
    app.drain().await;
    app.assert_settled(&disputed, 25_000).await;
    let history = app.get(client, "/v1/payments").await.body["items"].clone();
    let lines: Vec<_> = history
        .as_array()
        .unwrap()
        .iter()
        .map(|line| {
            (
                line["kind"].clone(),
                line["amount"]["amount"].clone(),
                line["status"].clone(),
            )
        })
        .collect();
    assert!(
        lines.contains(&(json!("refund"), json!(25_000), json!("refunded"))),
        "{lines:?}"
    );
    assert!(
        lines.contains(&(json!("charge"), json!(50_000), json!("released"))),
        "{lines:?}"
    );
    let spent = app
        .get(client, "/v1/users/me/dashboard")
        .await
        .expect_status(200)
        .body;
    assert!(
        spent.to_string().contains("25000"),
        "what went back is not spent: {spent}"
    );
}

#[tokio::test]
async fn three_rounds_that_do_not_meet_call_an_admin() {
    let app = TestApp::new().await;
    let disputed = app.disputed().await;
    let (client, freelancer) = (&disputed.hired.client, &disputed.hired.freelancer);
    for round in 1..=3 {
        let own = app
            .split(client, &disputed.dispute, 10_000)
            .await
            .expect_status(200)
            .body;
        assert_eq!(own["round"], round);
        // Said again before the other has, it takes the place of the first.
        app.split(client, &disputed.dispute, 9_999)
            .await
            .expect_status(200);
        app.split(freelancer, &disputed.dispute, 10_000)
            .await
            .expect_status(200);
    }
    let seen = app.dispute(client, &disputed.dispute).await;
    assert_eq!(
        (&seen["status"], &seen["clock"]["actor"]),
        (&json!("under_review"), &json!("platform"))
    );
    app.split(client, &disputed.dispute, 50_000)
        .await
        .expect_problem(409, "invalid_state");
    app.drain().await;
    let told = app.subjects(&freelancer.email);
    assert!(
        told.contains(&"An admin decides the dispute about “Drafts”".to_owned()),
        "{told:?}"
    );
    assert!(
        told.contains(&"No agreement on “Drafts” yet: round 3".to_owned()),
        "{told:?}"
    );
    let offers = told
        .iter()
        .filter(|subject| subject.contains("said what they would accept"))
        .count();
    assert_eq!(offers, 3, "once a round: {told:?}");
}

#[tokio::test]
async fn all_or_nothing_is_an_outcome_too() {
    for (part, kind) in [(0, "refund"), (50_000, "release")] {
        let app = TestApp::new().await;
        let disputed = app.disputed().await;
        app.split(&disputed.hired.client, &disputed.dispute, part)
            .await
            .expect_status(200);
        let met = app
            .split(&disputed.hired.freelancer, &disputed.dispute, part)
            .await
            .expect_status(200)
            .body;
        assert_eq!(met["outcome"]["kind"], kind);
        app.drain().await;
        app.assert_settled(&disputed, part).await;
    }
}

#[tokio::test]
async fn a_part_lies_between_nothing_and_all_of_it() {
    let app = TestApp::new().await;
    let disputed = app.disputed().await;
    let path = format!("/v1/disputes/{}/split", disputed.dispute);
    for bad in [
        usd(-1),
        usd(50_001),
        json!({"amount": 100, "currency": "eur"}),
        json!({"amount": 1.5, "currency": "usd"}),
        json!("5"),
    ] {
        let body = json!({"toFreelancer": bad});
        app.post(&disputed.hired.client, &path, body)
            .await
            .expect_problem(422, "invalid_fields");
    }
    let stranger = app.person("client").await;
    app.split(&stranger, &disputed.dispute, 1)
        .await
        .expect_problem(404, "not_found");
    let late = json!({"toFreelancer": usd(1), "round": 2});
    app.post(&disputed.hired.client, &path, late)
        .await
        .expect_problem(409, "invalid_state");
    let admin = app.admin().await;
    app.split(&admin, &disputed.dispute, 1)
        .await
        .expect_problem(404, "not_found");
}

#[tokio::test]
async fn the_same_call_twice_counts_for_one_round() {
    let app = TestApp::new().await;
    let disputed = app.disputed().await;
    let (client, freelancer) = (&disputed.hired.client, &disputed.hired.freelancer);
    let path = format!("/v1/disputes/{}/split", disputed.dispute);
    app.split(client, &disputed.dispute, 10_000)
        .await
        .expect_status(200);
    let body = json!({"toFreelancer": usd(20_000), "round": 1});
    let once = app
        .post_keyed(freelancer, &path, "k-1", body.clone())
        .await
        .expect_status(200);
    let again = app
        .post_keyed(freelancer, &path, "k-1", body.clone())
        .await
        .expect_status(200);
    assert_eq!((&once.body, &once.body["round"]), (&again.body, &json!(2)));
    app.post(freelancer, &path, body)
        .await
        .expect_problem(409, "invalid_state");
    assert_eq!(
        app.dispute(client, &disputed.dispute).await["freelancerHasOffered"],
        false
    );
}

#[tokio::test]
async fn the_last_milestone_completes_the_contract() {
    let app = TestApp::new().await;
    let disputed = app.disputed().await;
    let (hired, second) = (&disputed.hired, &disputed.hired.milestones[1]);
    app.fund(hired, second).await;
    app.approve(hired, second).await.expect_status(200);
    app.split(&hired.client, &disputed.dispute, 20_000)
        .await
        .expect_status(200);
    app.split(&hired.freelancer, &disputed.dispute, 20_000)
        .await
        .expect_status(200);
    app.drain().await;
    let contract = app
        .get(&hired.client, &format!("/v1/contracts/{}", hired.contract))
        .await
        .body;
    assert_eq!(
        (&contract["status"], &contract["progress"]["percent"]),
        (&json!("completed"), &json!(100))
    );
    assert_eq!(contract["total"], usd(70_000));
    let freelancer = app
        .get(&hired.client, &format!("/v1/users/{}", hired.freelancer.id))
        .await
        .body;
    assert!(
        freelancer.to_string().contains("\"completedContracts\":1"),
        "{freelancer}"
    );
}
