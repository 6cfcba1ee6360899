use proconnect_tests::{Expect, TestApp};
use serde_json::json;

#[tokio::test]
async fn one_sees_whom_one_has_saved_and_nobody_else_does() {
    let app = TestApp::new().await;
    let (ada, eve, felix) = (
        app.person("client").await,
        app.person("client").await,
        app.person("freelancer").await,
    );
    app.call(
        &felix,
        "PATCH",
        "/v1/users/me",
        Some(json!({"headline": "Writer"})),
    )
    .await
    .expect_status(200);
    let path = format!("/v1/users/me/saved/{}", felix.id);
    app.call(&ada, "PUT", &path, Some(json!({"saved": true})))
        .await
        .expect_status(204);
    let list = app.get(&ada, "/v1/users/me/saved").await.expect_status(200).body;
    assert_eq!(list["items"][0]["freelancer"]["headline"], "Writer");
    assert!(list["items"][0]["savedAt"].is_string() && list["nextCursor"].is_null());
    assert_eq!(app.get(&eve, "/v1/users/me/saved").await.body["items"], json!([]));
}
