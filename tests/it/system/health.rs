use proconnect_tests::{Expect, TestApp};

#[tokio::test]
async fn it_answers() {
    let app = TestApp::new().await;
    let answer = app.anonymous("GET", "/v1/health", None).await.expect_status(200);
    assert_eq!(answer.body, serde_json::json!({"status": "ok"}));
}
