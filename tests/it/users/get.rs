use proconnect_tests::{Expect, TestApp};
use serde_json::json;

#[tokio::test]
async fn anybody_sees_a_profile_and_nothing_private() {
    let app = TestApp::new().await;
    let felix = app.person("freelancer").await;
    let body = json!({"headline": "Developer", "bio": "Shops"});
    app.call(&felix, "PATCH", "/v1/users/me", Some(body))
        .await
        .expect_status(200);
    let path = format!("/v1/users/{}", felix.id);
    let profile = app.anonymous("GET", &path, None).await.expect_status(200).body;
    assert_eq!(
        (&profile["profile"]["headline"], &profile["completedContracts"]),
        (&json!("Developer"), &json!(0))
    );
    let text = profile.to_string();
    assert!(
        !text.contains("email") && !text.contains("password") && !text.contains("status"),
        "{text}"
    );
}

#[tokio::test]
async fn who_is_not_verified_or_has_left_is_nobody() {
    let app = TestApp::new().await;
    let registered = app
        .register("eve@example.com", "Eve", "client")
        .await
        .expect_status(201);
    let path = format!("/v1/users/{}", registered.body["user"]["id"].as_str().unwrap());
    app.anonymous("GET", &path, None)
        .await
        .expect_problem(404, "not_found");
    app.anonymous("GET", "/v1/users/usr_01ARZ3NDEKTSV4RRFFQ69G5FAV", None)
        .await
        .expect_problem(404, "not_found");
    app.anonymous("GET", "/v1/users/nonsense", None)
        .await
        .expect_problem(404, "not_found");
}
