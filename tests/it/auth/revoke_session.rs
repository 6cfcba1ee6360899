use proconnect_tests::{Call, Expect, PASSWORD, Person, TestApp};
use serde_json::json;

#[tokio::test]
async fn a_session_that_was_ended_cannot_be_refreshed() {
    let app = TestApp::new().await;
    let (ada, eve) = (app.person("client").await, app.person("client").await);
    let body = json!({"email": ada.email, "password": PASSWORD});
    let stolen = app
        .anonymous("POST", "/v1/auth/login", Some(body))
        .await
        .expect_status(200);
    let stolen = Person::from(&ada.email, &stolen);
    let list = app.get(&ada, "/v1/auth/sessions").await.body;
    let id = list["items"][0]["id"].as_str().unwrap();
    let path = format!("/v1/auth/sessions/{id}");
    app.call(&eve, "DELETE", &path, None)
        .await
        .expect_problem(404, "not_found");
    app.call(&ada, "DELETE", &path, None).await.expect_status(204);
    app.call(&ada, "DELETE", &path, None)
        .await
        .expect_problem(404, "not_found");
    let refresh = Call {
        headers: vec![("cookie", stolen.cookie.clone())],
        ..Call::default()
    };
    app.world
        .send("POST", "/v1/auth/refresh", refresh)
        .await
        .expect_problem(401, "invalid_refresh_token");
    let activity = app.get(&ada, "/v1/users/me/activity").await.body;
    assert_eq!(activity["items"][0]["kind"], "session_revoked");
}
