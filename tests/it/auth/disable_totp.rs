use proconnect_auth::code_at;
use proconnect_tests::{Expect, PASSWORD, TestApp};
use serde_json::json;

#[tokio::test]
async fn it_takes_both_factors() {
    let app = TestApp::new().await;
    let ada = app.person("client").await;
    let (secret, _) = app.second_factor(&ada).await;
    app.rest().await;
    let disable = async |password: &str, code: &str| {
        let body = json!({"password": password, "code": code});
        app.post(&ada, "/v1/auth/totp/disable", body).await
    };
    let code = code_at(&secret, app.world.now()).unwrap();
    disable("wrong", &code).await.expect_fields(&["/password"]);
    disable(PASSWORD, "000000")
        .await
        .expect_problem(422, "invalid_code");
    disable(PASSWORD, &code).await.expect_status(204);
    disable(PASSWORD, &code).await.expect_status(204);
    let body = json!({"email": ada.email, "password": PASSWORD});
    app.anonymous("POST", "/v1/auth/login", Some(body))
        .await
        .expect_status(200);
    app.drain().await;
    assert_eq!(app.subjects(&ada.email)[0], "Two-step log-in is off");
}
