use proconnect_tests::{Answer, Expect, TestApp};
use serde_json::json;

async fn verify(app: &TestApp, email: &str, code: &str) -> Answer {
    app.anonymous(
        "POST",
        "/v1/auth/verify-email",
        Some(json!({"email": email, "code": code})),
    )
    .await
}

#[tokio::test]
async fn the_code_signs_in_once() {
    let app = TestApp::new().await;
    app.register("ada@example.com", "Ada", "client")
        .await
        .expect_status(201);
    let code = app.code_for("ada@example.com").await;
    let answer = verify(&app, "ada@example.com", &code).await.expect_status(200);
    assert_eq!(answer.body["user"]["status"], "active");
    assert_eq!(answer.body["expiresIn"], 900);
    let cookie = answer.headers["set-cookie"].to_str().unwrap();
    assert!(
        cookie.starts_with("refresh_token=")
            && cookie.contains("HttpOnly")
            && cookie.contains("SameSite=Strict")
    );
    assert!(
        !answer
            .body
            .to_string()
            .contains(cookie.split(['=', ';']).nth(1).unwrap())
    );
    verify(&app, "ada@example.com", &code)
        .await
        .expect_problem(409, "already_verified");
}

#[tokio::test]
async fn five_wrong_codes_lock_it() {
    let app = TestApp::new().await;
    app.register("ada@example.com", "Ada", "client")
        .await
        .expect_status(201);
    let code = app.code_for("ada@example.com").await;
    let wrong = if code == "000000" { "000001" } else { "000000" };
    for _ in 0..4 {
        verify(&app, "ada@example.com", wrong)
            .await
            .expect_problem(422, "invalid_code");
    }
    let locked = verify(&app, "ada@example.com", wrong)
        .await
        .expect_problem(429, "code_locked");
    assert!(locked.headers.contains_key("retry-after"));
    verify(&app, "ada@example.com", &code)
        .await
        .expect_problem(429, "code_locked");
}

#[tokio::test]
async fn a_code_lasts_ten_minutes_and_strangers_learn_nothing() {
    let app = TestApp::new().await;
    app.register("ada@example.com", "Ada", "client")
        .await
        .expect_status(201);
    let code = app.code_for("ada@example.com").await;
    verify(&app, "eve@example.com", &code)
        .await
        .expect_problem(422, "invalid_code");
    app.advance(1).await;
    verify(&app, "ada@example.com", &code)
        .await
        .expect_problem(422, "code_expired");
}
