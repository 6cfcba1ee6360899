use proconnect_tests::{Expect, TestApp};
use serde_json::json;

#[tokio::test]
async fn a_new_code_leaves_the_old_one_good() {
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
    // Whoever asked for it: the owner may be typing the old one at this moment.
    let verify = async |code: &str| {
        let body = json!({"email": "ada@example.com", "code": code});
        app.anonymous("POST", "/v1/auth/verify-email", Some(body)).await
    };
    verify(&old).await.expect_status(200);
    verify(&new).await.expect_problem(422, "invalid_code");
}

#[tokio::test]
async fn the_new_code_is_good() {
    let app = TestApp::new().await;
    app.register("ada@example.com", "Ada", "client")
        .await
        .expect_status(201);
    app.world
        .advance(std::time::Duration::from_secs(600))
        .await
        .unwrap();
    let body = json!({"email": "ada@example.com"});
    app.anonymous("POST", "/v1/auth/resend-code", Some(body))
        .await
        .expect_status(202);
    let body = json!({"email": "ada@example.com", "code": app.code_for("ada@example.com").await});
    app.anonymous("POST", "/v1/auth/verify-email", Some(body))
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
        app.subjects(&known.email),
        ["You have an account already", "Your ProConnect code"],
        "a verified account gets no further code, and its owner does not wait for one"
    );
    assert!(app.subjects("nobody@example.com").is_empty());
}
