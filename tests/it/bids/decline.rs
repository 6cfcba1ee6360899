use proconnect_tests::{Expect, TestApp};
use serde_json::json;

#[tokio::test]
async fn the_bidder_learns_why() {
    let app = TestApp::new().await;
    let (client, freelancer) = (app.person("client").await, app.person("freelancer").await);
    let bid = app.bid(&freelancer, &app.task(&client).await, 40_000).await;
    let path = format!("/v1/bids/{bid}/decline");
    let body = json!({"reason": "price", "note": "Half of it would do."});
    app.post(&freelancer, &path, body.clone())
        .await
        .expect_problem(403, "forbidden");
    app.post(&app.person("client").await, &path, body.clone())
        .await
        .expect_problem(404, "not_found");
    let declined = app
        .post(&client, &path, body.clone())
        .await
        .expect_status(200)
        .body;
    assert_eq!(
        (&declined["status"], &declined["declineReason"]),
        (&json!("declined"), &json!("price"))
    );
    app.post(&client, &path, body)
        .await
        .expect_problem(409, "bid_decided");
    app.drain().await;
    let mail = &app.world.mails(&freelancer.email).unwrap()[0];
    assert!(
        mail.text.contains("because of the price. Half of it would do."),
        "{}",
        mail.text
    );
}

#[tokio::test]
async fn the_platforms_reasons_are_not_the_clients() {
    let app = TestApp::new().await;
    let (client, freelancer) = (app.person("client").await, app.person("freelancer").await);
    let bid = app.bid(&freelancer, &app.task(&client).await, 40_000).await;
    let path = format!("/v1/bids/{bid}/decline");
    let body = json!({"reason": "another_bid_accepted", "note": "x".repeat(1001)});
    app.post(&client, &path, body)
        .await
        .expect_fields(&["/reason", "/note"]);
    app.post(&client, &path, json!({"reason": "mood"}))
        .await
        .expect_fields(&["/reason"]);
}
