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
        .expect_problem(422, "invalid_code");
}

#[tokio::test]
async fn five_wrong_codes_lock_it() {
    let app = TestApp::new().await;
    app.register("ada@example.com", "Ada", "client")
        .await
        .expect_status(201);
    let code = app.code_for("ada@example.com").await;
    for _ in 0..5 {
        verify(&app, "ada@example.com", wrong(&code))
            .await
            .expect_problem(422, "invalid_code");
    }
    verify(&app, "ada@example.com", &code)
        .await
        .expect_problem(422, "invalid_code");
    // A new one is mailed, and gets in.
    let body = json!({"email": "ada@example.com"});
    app.anonymous("POST", "/v1/auth/resend-code", Some(body))
        .await
        .expect_status(202);
    let code = app.code_for("ada@example.com").await;
    verify(&app, "ada@example.com", &code).await.expect_status(200);
}

fn wrong(code: &str) -> &'static str {
    if code == "000000" { "000001" } else { "000000" }
}

#[tokio::test]
async fn every_refusal_is_the_same_and_costs_the_same() {
    let app = TestApp::new().await;
    let active = app.person("client").await;
    for email in ["wrong@example.com", "locked@example.com", "late@example.com"] {
        app.register(email, "Ada", "client").await.expect_status(201);
    }
    let code = app.code_for("locked@example.com").await;
    for _ in 0..5 {
        verify(&app, "locked@example.com", wrong(&code)).await;
    }
    let late = app.code_for("late@example.com").await;
    let fresh = app.code_for("wrong@example.com").await;
    let mut refusals = Vec::new();
    for (email, code) in [
        ("wrong@example.com", wrong(&fresh)),
        ("nobody@example.com", "000000"),
        (&active.email, "000000"),
        ("locked@example.com", &code),
        ("late@example.com", &late),
    ] {
        // So long that the buckets are full again, and at last the code is too old.
        let pause = std::time::Duration::from_secs(130);
        app.world.advance(pause).await.unwrap();
        refusals.push(verify(&app, email, code).await);
    }
    let seen = |answer: Answer| {
        let answer = answer.expect_problem(422, "invalid_code");
        let timing = answer.headers["server-timing"].to_str().unwrap();
        let calls = timing.split("units").next().unwrap().to_owned();
        (
            answer.body["detail"].clone(),
            calls,
            answer.headers.contains_key("retry-after"),
        )
    };
    let seen: Vec<_> = refusals.into_iter().map(seen).collect();
    assert!(seen.iter().all(|one| *one == seen[0]), "{seen:#?}");
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
        .expect_problem(422, "invalid_code");
}
