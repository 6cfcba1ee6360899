//! `users-list-blocked`.

use proconnect_tests::{Expect, TestApp};
use serde_json::json;

#[tokio::test]
async fn one_sees_whom_one_has_blocked_and_not_by_whom_one_is() {
    let app = TestApp::new().await;
    let (clara, felix) = (app.person("client").await, app.person("freelancer").await);
    let path = format!("/v1/users/{}/block", felix.id);
    app.call(&clara, "PUT", &path, None).await.expect_status(204);
    let hers = app
        .get(&clara, "/v1/users/me/blocked")
        .await
        .expect_status(200)
        .body;
    assert_eq!(hers["items"][0]["person"]["id"], json!(felix.id));
    assert!(hers["items"][0]["blockedAt"].is_string());
    let his = app
        .get(&felix, "/v1/users/me/blocked")
        .await
        .expect_status(200)
        .body;
    assert_eq!(his["items"], json!([]));
    app.call(&clara, "DELETE", &path, None).await.expect_status(204);
    let hers = app
        .get(&clara, "/v1/users/me/blocked")
        .await
        .expect_status(200)
        .body;
    assert_eq!(hers["items"], json!([]));
}
