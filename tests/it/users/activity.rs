use proconnect_tests::{Expect, PASSWORD, TestApp};
use serde_json::json;

#[tokio::test]
async fn one_sees_what_happened_to_ones_own_account() {
    let app = TestApp::new().await;
    let ada = app.person("client").await;
    let body = json!({"email": ada.email, "password": PASSWORD});
    app.anonymous("POST", "/v1/auth/login", Some(body))
        .await
        .expect_status(200);
    let list = app
        .get(&ada, "/v1/users/me/activity")
        .await
        .expect_status(200)
        .body;
    let kinds: Vec<&str> = list["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|line| line["kind"].as_str().unwrap())
        .collect();
    assert_eq!(kinds[2], "registered");
    assert_eq!(kinds[..2], ["signed_in", "signed_in"]);
    assert_eq!(list["items"][0]["address"], "127.0.0.1");
    let first = app.get(&ada, "/v1/users/me/activity?limit=1").await.body;
    let next = first["nextCursor"].as_str().unwrap();
    let second = app
        .get(&ada, &format!("/v1/users/me/activity?limit=1&cursor={next}"))
        .await
        .body;
    assert_ne!(first["items"][0]["id"], second["items"][0]["id"]);
    let eve = app.person("client").await;
    app.get(&eve, &format!("/v1/users/me/activity?cursor={next}"))
        .await
        .expect_problem(400, "invalid_cursor");
}
