use proconnect_tests::{Expect, TestApp};
use serde_json::json;

#[tokio::test]
async fn a_freelancer_sets_payouts_up() {
    let app = TestApp::new().await;
    let freelancer = app.person("freelancer").await;
    let link = app
        .post(&freelancer, "/v1/payments/onboarding", json!({}))
        .await
        .expect_status(201)
        .body;
    let again = app
        .post(&freelancer, "/v1/payments/onboarding", json!({}))
        .await
        .expect_status(201)
        .body;
    assert_ne!(link["url"], again["url"], "a link is minted for each click");
    assert_eq!(
        app.world.visit(again["url"].as_str().unwrap(), "complete").await,
        303
    );
    app.drain().await;
    let account = app
        .get(&freelancer, "/v1/payments/account")
        .await
        .expect_status(200)
        .body;
    assert_eq!(account["payoutsEnabled"], true);
}

#[tokio::test]
async fn a_lost_answer_makes_no_second_account() {
    let app = TestApp::new().await;
    let freelancer = app.person("freelancer").await;
    app.control(
        "fail_next",
        json!({"path": "/v1/accounts", "status": 500, "after_commit": true}),
    )
    .await;
    let lost = app.post(&freelancer, "/v1/payments/onboarding", json!({})).await;
    lost.expect_problem(502, "processor_unavailable");
    app.onboard(&freelancer).await;
    let account = app.get(&freelancer, "/v1/payments/account").await.body;
    assert_eq!(account["payoutsEnabled"], true);
}

#[tokio::test]
async fn clients_are_not_paid_out() {
    let app = TestApp::new().await;
    let client = app.person("client").await;
    app.post(&client, "/v1/payments/onboarding", json!({}))
        .await
        .expect_problem(403, "forbidden");
}
