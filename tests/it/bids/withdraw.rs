use proconnect_tests::{Expect, TestApp};
use serde_json::json;

#[tokio::test]
async fn a_bid_is_taken_back_once() {
    let app = TestApp::new().await;
    let (client, freelancer) = (app.person("client").await, app.person("freelancer").await);
    let bid = app.bid(&freelancer, &app.task(&client).await, 40_000).await;
    let path = format!("/v1/bids/{bid}/withdraw");
    app.post(&client, &path, json!({}))
        .await
        .expect_problem(403, "forbidden");
    app.post(&app.person("freelancer").await, &path, json!({}))
        .await
        .expect_problem(404, "not_found");
    for _ in 0..2 {
        assert_eq!(
            app.post(&freelancer, &path, json!({}))
                .await
                .expect_status(200)
                .body["status"],
            "withdrawn"
        );
    }
    app.post(&client, &format!("/v1/bids/{bid}/accept"), json!({}))
        .await
        .expect_problem(409, "bid_decided");
}

#[tokio::test]
async fn an_accepted_bid_stays() {
    let app = TestApp::new().await;
    let hired = app.hired().await;
    let path = format!("/v1/bids/{}/withdraw", hired.bid);
    app.post(&hired.freelancer, &path, json!({}))
        .await
        .expect_problem(409, "bid_decided");
}
