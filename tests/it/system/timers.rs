use proconnect_tests::{Expect, TestApp};
use serde_json::json;

#[tokio::test]
async fn silence_approves_and_pays_as_the_clock_said() {
    let app = TestApp::new().await;
    let hired = app.hired().await;
    let milestone = &hired.milestones[0];
    app.fund(&hired, milestone).await;
    let clock = app.submit(&hired, milestone).await.expect_status(201).body["clock"].clone();
    app.advance(13).await;
    let hired = app.sign_in(&hired).await;
    assert_eq!(app.states(&hired, milestone).await.0, "in_review");
    app.advance(1).await;
    let hired = app.sign_in(&hired).await;
    assert_eq!(
        app.states(&hired, milestone).await,
        ("approved".to_owned(), "released".to_owned())
    );
    assert_eq!(app.transfers().await[0]["amount"], clock["amount"]["amount"]);
    let mails = app.world.mails(&hired.client.email).unwrap();
    assert!(
        mails
            .iter()
            .any(|mail| mail.text.contains("The review period ended without an answer"))
    );
}

#[tokio::test]
async fn a_task_without_a_decision_expires_and_every_bidder_is_told() {
    let app = TestApp::new().await;
    let (client, freelancer) = (app.person("client").await, app.person("freelancer").await);
    let task = app.task(&client).await;
    let bid = app.bid(&freelancer, &task, 40_000).await;
    app.advance(10).await;
    let found = app
        .anonymous("GET", &format!("/v1/tasks/{task}"), None)
        .await
        .body;
    assert_eq!(
        (&found["status"], &found["clock"]),
        (&json!("expired"), &json!(null))
    );
    assert_eq!(
        app.anonymous("GET", "/v1/tasks", None).await.body["items"],
        json!([])
    );
    assert_eq!(
        app.subjects(&freelancer.email)[0],
        "Your bid on “Design a logo” was closed"
    );
    assert_eq!(app.subjects(&client.email)[0], "“Design a logo” has expired");
    let client = app.sign_in_person(&client).await;
    app.post(&client, &format!("/v1/bids/{bid}/accept"), json!({}))
        .await
        .expect_problem(409, "bid_decided");
}

#[tokio::test]
async fn money_is_not_held_for_ever() {
    let app = TestApp::new().await;
    let hired = app.hired().await;
    app.fund(&hired, &hired.milestones[0]).await;
    app.advance(85).await;
    let told = |email: &str| {
        app.subjects(email)
            .into_iter()
            .filter(|subject| subject.contains("needs a decision"))
            .count()
    };
    assert_eq!((told(&hired.client.email), told(&hired.freelancer.email)), (1, 1));
    app.advance(1).await;
    assert_eq!(told(&hired.client.email), 1);
}

#[tokio::test]
async fn what_the_stream_lost_is_swept() {
    let app = TestApp::new().await;
    app.register("ada@example.com", "Ada", "client").await;
    app.world.skip_stream().unwrap();
    app.drain().await;
    assert!(app.subjects("ada@example.com").is_empty());
    app.world
        .advance(std::time::Duration::from_secs(120))
        .await
        .unwrap();
    assert_eq!(app.subjects("ada@example.com"), ["Your ProConnect code"]);
}
