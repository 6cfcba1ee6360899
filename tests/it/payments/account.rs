use proconnect_tests::{Expect, TestApp};
use serde_json::json;

#[tokio::test]
async fn the_processor_is_asked_while_the_account_is_not_ready() {
    let app = TestApp::new().await;
    let freelancer = app.person("freelancer").await;
    let before = app
        .get(&freelancer, "/v1/payments/account")
        .await
        .expect_status(200)
        .body;
    assert_eq!(
        (&before["connected"], &before["payoutsEnabled"]),
        (&json!(false), &json!(false))
    );
    let link = app
        .post(&freelancer, "/v1/payments/onboarding", json!({}))
        .await
        .body;
    let begun = app.get(&freelancer, "/v1/payments/account").await.body;
    assert_eq!(
        (&begun["connected"], &begun["payoutsEnabled"]),
        (&json!(true), &json!(false))
    );
    assert!(!begun["currentlyDue"].as_array().unwrap().is_empty());
    app.world.visit(link["url"].as_str().unwrap(), "complete").await;
    // No webhook was delivered yet.
    let ready = app.get(&freelancer, "/v1/payments/account").await.body;
    assert_eq!(
        (&ready["payoutsEnabled"], &ready["currentlyDue"]),
        (&json!(true), &json!([]))
    );
}

#[tokio::test]
async fn a_silent_processor_keeps_nobody_from_the_page() {
    let app = TestApp::new().await;
    let freelancer = app.person("freelancer").await;
    app.post(&freelancer, "/v1/payments/onboarding", json!({}))
        .await
        .expect_status(201);
    app.control("fail_next", json!({"path": "/v1/accounts", "status": 503}))
        .await;
    let account = app
        .get(&freelancer, "/v1/payments/account")
        .await
        .expect_status(200)
        .body;
    assert_eq!(account["connected"], true);
}
