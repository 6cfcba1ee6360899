use proconnect_auth::code_at;
use proconnect_tests::{Answer, Expect, PASSWORD, Person, TestApp};
use serde_json::{Value, json};

async fn login(app: &TestApp, person: &Person, code: Value) -> Answer {
    let body = json!({"email": person.email, "password": PASSWORD, "code": code});
    app.anonymous("POST", "/v1/auth/login", Some(body)).await
}

#[tokio::test]
async fn from_then_on_log_in_asks_for_a_code_and_takes_each_once() {
    let app = TestApp::new().await;
    let ada = app.person("client").await;
    let (secret, _) = app.second_factor(&ada).await;
    login(&app, &ada, Value::Null)
        .await
        .expect_problem(401, "totp_required");
    login(&app, &ada, json!("000000"))
        .await
        .expect_problem(401, "invalid_totp");
    // The code that confirmed it is used up.
    let used = code_at(&secret, app.world.now()).unwrap();
    login(&app, &ada, json!(used))
        .await
        .expect_problem(401, "invalid_totp");
    app.rest().await;
    let code = code_at(&secret, app.world.now()).unwrap();
    let answer = login(&app, &ada, json!(code)).await.expect_status(200);
    assert_eq!(answer.body["user"]["totpEnabled"], true);
    login(&app, &ada, json!(code))
        .await
        .expect_problem(401, "invalid_totp");
    // A wrong password never learns that there is a second factor.
    let body = json!({"email": ada.email, "password": "wrong"});
    app.anonymous("POST", "/v1/auth/login", Some(body))
        .await
        .expect_problem(401, "invalid_credentials");
    app.drain().await;
    assert_eq!(app.subjects(&ada.email)[0], "Two-step log-in is on");
}

#[tokio::test]
async fn recovery_codes_get_in_once_each() {
    let app = TestApp::new().await;
    let ada = app.person("client").await;
    let (_, recovery) = app.second_factor(&ada).await;
    assert_eq!(recovery.len(), 10);
    login(&app, &ada, json!(recovery[0])).await.expect_status(200);
    login(&app, &ada, json!(recovery[0]))
        .await
        .expect_problem(401, "invalid_totp");
    login(&app, &ada, json!(recovery[1].to_uppercase()))
        .await
        .expect_status(200);
    let activity = app.get(&ada, "/v1/users/me/activity").await.body;
    assert_eq!(activity["items"][0]["kind"], "recovery_code_used");
}

#[tokio::test]
async fn the_same_code_at_once_gets_in_once() {
    let app = TestApp::new().await;
    let ada = app.person("client").await;
    let (secret, _) = app.second_factor(&ada).await;
    app.rest().await;
    let code = json!(code_at(&secret, app.world.now()).unwrap());
    let (one, other) = tokio::join!(login(&app, &ada, code.clone()), login(&app, &ada, code.clone()));
    let good = [one.status, other.status]
        .iter()
        .filter(|status| **status == 200)
        .count();
    assert_eq!(good, 1, "{} {}", one.body, other.body);
}

#[tokio::test]
async fn there_must_be_something_to_confirm() {
    let app = TestApp::new().await;
    let ada = app.person("client").await;
    app.post(&ada, "/v1/auth/totp/confirm", json!({"code": "123456"}))
        .await
        .expect_problem(409, "invalid_state");
    app.post(&ada, "/v1/auth/totp", json!({"password": PASSWORD}))
        .await
        .expect_status(201);
    app.post(&ada, "/v1/auth/totp/confirm", json!({"code": "not a code"}))
        .await
        .expect_problem(422, "invalid_code");
}
