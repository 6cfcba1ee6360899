use proconnect_tests::{Expect, PASSWORD, TestApp};
use serde_json::json;

#[tokio::test]
async fn it_asks_for_the_password_and_is_not_in_force_yet() {
    let app = TestApp::new().await;
    let ada = app.person("client").await;
    app.post(&ada, "/v1/auth/totp", json!({"password": "wrong"}))
        .await
        .expect_fields(&["/password"]);
    let body = json!({"password": PASSWORD});
    let first = app
        .post(&ada, "/v1/auth/totp", body.clone())
        .await
        .expect_status(201)
        .body;
    let url = first["otpauthUrl"].as_str().unwrap();
    assert!(
        url.starts_with("otpauth://totp/") && url.contains(first["secret"].as_str().unwrap()),
        "{url}"
    );
    let second = app
        .post(&ada, "/v1/auth/totp", body)
        .await
        .expect_status(201)
        .body;
    assert_ne!(first["secret"], second["secret"]);
    let login = json!({"email": ada.email, "password": PASSWORD});
    let answer = app
        .anonymous("POST", "/v1/auth/login", Some(login))
        .await
        .expect_status(200);
    assert_eq!(answer.body["user"]["totpEnabled"], false);
}

#[tokio::test]
async fn once_on_it_cannot_be_replaced() {
    let app = TestApp::new().await;
    let ada = app.person("client").await;
    app.second_factor(&ada).await;
    app.post(&ada, "/v1/auth/totp", json!({"password": PASSWORD}))
        .await
        .expect_problem(409, "invalid_state");
}
