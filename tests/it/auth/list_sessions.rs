use proconnect_tests::{Expect, PASSWORD, TestApp};
use serde_json::json;

#[tokio::test]
async fn each_browser_is_listed_and_one_is_this_one() {
    let app = TestApp::new().await;
    let ada = app.person("client").await;
    let body = json!({"email": ada.email, "password": PASSWORD});
    app.anonymous("POST", "/v1/auth/login", Some(body))
        .await
        .expect_status(200);
    let list = app.get(&ada, "/v1/auth/sessions").await.expect_status(200).body;
    let items = list["items"].as_array().unwrap();
    assert_eq!(items.len(), 2);
    assert!(items[0]["createdAt"].as_str() >= items[1]["createdAt"].as_str());
    let current: Vec<bool> = items.iter().map(|item| item["current"] == true).collect();
    assert_eq!(current, [false, true]);
    assert_eq!(items[0]["address"], "127.0.0.1");
    assert!(!list.to_string().contains("tokenHash"));
    app.advance(31).await;
    let body = json!({"email": ada.email, "password": PASSWORD});
    let again = app.anonymous("POST", "/v1/auth/login", Some(body)).await;
    let ada = proconnect_tests::Person::from(&ada.email, &again);
    let list = app.get(&ada, "/v1/auth/sessions").await.body;
    assert_eq!(
        list["items"].as_array().unwrap().len(),
        1,
        "the others have expired"
    );
}
