use proconnect_tests::{Expect, TestApp};
use serde_json::json;

#[tokio::test]
async fn a_new_code_replaces_the_old_one() {
    let app = TestApp::new().await;
    app.register("ada@example.com", "Ada", "client")
        .await
        .expect_status(201);
    let old = app.code_for("ada@example.com").await;
    let body = json!({"email": "ada@example.com"});
    app.anonymous("POST", "/v1/auth/resend-code", Some(body))
        .await
        .expect_status(202);
    let new = app.code_for("ada@example.com").await;
    let verify = |code: String| json!({"email": "ada@example.com", "code": code});
    if old != new {
        let answer = app
            .anonymous("POST", "/v1/auth/verify-email", Some(verify(old)))
            .await;
        answer.expect_problem(422, "invalid_code");
    }
    app.anonymous("POST", "/v1/auth/verify-email", Some(verify(new)))
        .await
        .expect_status(200);
}

#[tokio::test]
async fn the_answer_is_the_same_for_every_address() {
    let app = TestApp::new().await;
    let known = app.person("client").await;
    let mut answers = Vec::new();
    for email in [known.email.as_str(), "nobody@example.com"] {
        let answer = app
            .anonymous("POST", "/v1/auth/resend-code", Some(json!({"email": email})))
            .await;
        answers.push((answer.status, answer.body));
    }
    assert_eq!(answers[0], answers[1]);
    app.drain().await;
    assert_eq!(
        app.subjects(&known.email).len(),
        1,
        "a verified account gets no further code"
    );
    assert!(app.subjects("nobody@example.com").is_empty());
}
