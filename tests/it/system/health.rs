use proconnect_tests::{Expect, TestApp};

#[tokio::test]
async fn it_answers() {
    let app = TestApp::new().await;
    let answer = app.anonymous("GET", "/v1/health", None).await.expect_status(200);
    assert_eq!(answer.body, serde_json::json!({"status": "ok"}));
}

#[tokio::test]
async fn an_unknown_address_is_not_found() {
    let app = TestApp::new().await;
    app.anonymous("GET", "/v1/nothing", None)
        .await
        .expect_problem(404, "not_found");
    app.anonymous("DELETE", "/v1/health", None)
        .await
        .expect_problem(404, "not_found");
}
