use proconnect_tests::{Expect, TestApp};
use serde_json::json;

#[tokio::test]
async fn a_piece_is_removed_once() {
    let app = TestApp::new().await;
    let felix = app.person("freelancer").await;
    let body = json!({"title": "A piece of work"});
    let piece = app
        .post(&felix, "/v1/users/me/portfolio", body)
        .await
        .expect_status(201)
        .body;
    let path = format!("/v1/users/me/portfolio/{}", piece["id"].as_str().unwrap());
    app.call(&felix, "DELETE", &path, None).await.expect_status(204);
    app.call(&felix, "DELETE", &path, None)
        .await
        .expect_problem(404, "not_found");
    assert_eq!(
        app.get(&felix, "/v1/users/me").await.body["profile"]["portfolio"],
        json!([])
    );
}
