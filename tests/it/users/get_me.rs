use proconnect_tests::{Call, Expect, TestApp};
use serde_json::json;

#[tokio::test]
async fn one_sees_oneself() {
    let app = TestApp::new().await;
    let ada = app.person("freelancer").await;
    let me = app.get(&ada, "/v1/users/me").await.expect_status(200).body;
    assert_eq!(
        (&me["id"], &me["roles"]),
        (&json!(ada.id), &json!(["freelancer"]))
    );
    assert_eq!(me["email"], ada.email.as_str());
    assert!(me.get("passwordHash").is_none());
}

#[tokio::test]
async fn forged_tokens_are_refused() {
    let app = TestApp::new().await;
    let ada = app.person("client").await;
    let (head, signature) = ada.token.rsplit_once('.').unwrap();
    let flipped: String = signature.chars().rev().collect();
    for token in [format!("{head}.{flipped}"), format!("{head}."), "x".to_owned()] {
        app.world
            .get("/v1/users/me", &token)
            .await
            .expect_problem(401, "unauthenticated");
    }
    let headers = vec![("authorization", format!("Basic {}", ada.token))];
    let call = Call {
        headers,
        ..Call::default()
    };
    app.world
        .send("GET", "/v1/users/me", call)
        .await
        .expect_problem(401, "unauthenticated");
}
