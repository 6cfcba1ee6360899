use proconnect_tests::{Expect, TestApp};
use serde_json::json;

#[tokio::test]
async fn an_account_waits_for_its_code() {
    let app = TestApp::new().await;
    let answer = app
        .register(" Ada@Example.com", "Ada", "client")
        .await
        .expect_status(201);
    let user = &answer.body["user"];
    assert_eq!(
        (user["email"].as_str(), user["name"].as_str()),
        (Some("ada@example.com"), Some("Ada"))
    );
    assert_eq!(
        (&user["roles"], &user["status"]),
        (&json!(["client"]), &json!("pending_verification"))
    );
    assert!(user["id"].as_str().unwrap().starts_with("usr_"));
    assert!(!answer.body.to_string().contains("hash"));
    assert_eq!(app.code_for("ada@example.com").await.len(), 6);
}

#[tokio::test]
async fn an_address_serves_one_account() {
    let app = TestApp::new().await;
    app.register("ada@example.com", "Ada", "client")
        .await
        .expect_status(201);
    app.register("ADA@example.com", "Eve", "freelancer")
        .await
        .expect_problem(409, "email_taken");
}

#[tokio::test]
async fn bad_fields_are_all_named() {
    let app = TestApp::new().await;
    let body = json!({"email": "ada", "password": "short", "name": " ", "role": "admin"});
    let answer = app.anonymous("POST", "/v1/auth/register", Some(body)).await;
    answer.expect_fields(&["/email", "/password", "/name", "/role"]);
    let common =
        json!({"email": "a@example.com", "password": "Password123", "name": "Ada", "role": "client"});
    let answer = app
        .anonymous("POST", "/v1/auth/register", Some(common))
        .await
        .expect_fields(&["/password"]);
    assert_eq!(answer.body["errors"][0]["code"], "common_password");
    let unknown =
        json!({"email": "a@example.com", "password": "a long pass phrase", "name": "Ada", "role": "king"});
    app.anonymous("POST", "/v1/auth/register", Some(unknown))
        .await
        .expect_problem(400, "malformed");
}
