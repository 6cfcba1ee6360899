use proconnect_tests::{Answer, Expect, PASSWORD, TestApp};
use serde_json::json;

async fn login(app: &TestApp, email: &str, password: &str) -> Answer {
    app.anonymous(
        "POST",
        "/v1/auth/login",
        Some(json!({"email": email, "password": password})),
    )
    .await
}

#[tokio::test]
async fn the_password_signs_in() {
    let app = TestApp::new().await;
    let ada = app.person("client").await;
    let answer = login(&app, &ada.email.to_uppercase(), PASSWORD)
        .await
        .expect_status(200);
    assert_eq!(answer.body["user"]["id"], ada.id.as_str());
    assert!(answer.headers.contains_key("set-cookie"));
}

#[tokio::test]
async fn unknown_address_and_wrong_password_look_alike() {
    let app = TestApp::new().await;
    let ada = app.person("client").await;
    let wrong = login(&app, &ada.email, "another pass phrase")
        .await
        .expect_problem(401, "invalid_credentials");
    let unknown = login(&app, "nobody@example.com", PASSWORD)
        .await
        .expect_problem(401, "invalid_credentials");
    let no_address = login(&app, "nobody", PASSWORD)
        .await
        .expect_problem(401, "invalid_credentials");
    assert_eq!(wrong.body["detail"], unknown.body["detail"]);
    assert_eq!(wrong.body["detail"], no_address.body["detail"]);
    assert!(!wrong.headers.contains_key("set-cookie"));
}

#[tokio::test]
async fn only_who_knows_the_password_learns_that_the_address_waits() {
    let app = TestApp::new().await;
    app.register("ada@example.com", "Ada", "client")
        .await
        .expect_status(201);
    login(&app, "ada@example.com", PASSWORD)
        .await
        .expect_problem(403, "email_not_verified");
    login(&app, "ada@example.com", "another pass phrase")
        .await
        .expect_problem(401, "invalid_credentials");
}

#[tokio::test]
async fn malformed_bodies_are_refused() {
    let app = TestApp::new().await;
    for raw in ["", "{", "[]", r#"{"email": "a@example.com"}"#] {
        let headers = vec![("content-type", "application/json".to_owned())];
        let call = proconnect_tests::Call {
            raw: Some(raw.into()),
            headers,
            ..Default::default()
        };
        app.world
            .send("POST", "/v1/auth/login", call)
            .await
            .expect_problem(400, "malformed");
    }
    let headers = vec![("content-type", "text/plain".to_owned())];
    let call = proconnect_tests::Call {
        raw: Some("{}".into()),
        headers,
        ..Default::default()
    };
    app.world
        .send("POST", "/v1/auth/login", call)
        .await
        .expect_problem(415, "unsupported_media_type");
    let headers = vec![("content-type", "application/json".to_owned())];
    let call = proconnect_tests::Call {
        raw: Some(vec![b' '; 300_000]),
        headers,
        ..Default::default()
    };
    app.world
        .send("POST", "/v1/auth/login", call)
        .await
        .expect_problem(413, "payload_too_large");
}

#[tokio::test]
async fn guessing_is_slowed_down_for_the_account_alone() {
    let app = TestApp::new().await;
    let (ada, eve) = (app.person("client").await, app.person("client").await);
    app.rest().await;
    let login = async |email: &str, password: &str| {
        let body = json!({"email": email, "password": password});
        app.anonymous("POST", "/v1/auth/login", Some(body)).await
    };
    for _ in 0..10 {
        login(&ada.email, "wrong password")
            .await
            .expect_problem(401, "invalid_credentials");
    }
    // Even the right password waits now, so that a guess cannot be told from a hit.
    let refused = login(&ada.email, proconnect_tests::PASSWORD)
        .await
        .expect_problem(429, "rate_limited");
    assert!(refused.headers.contains_key("retry-after"));
    login(&eve.email, proconnect_tests::PASSWORD)
        .await
        .expect_status(200);
    app.rest().await;
    login(&ada.email, proconnect_tests::PASSWORD)
        .await
        .expect_status(200);
}
