use proconnect_tests::{Expect, TestApp};

#[tokio::test]
async fn the_documented_categories() {
    let app = TestApp::new().await;
    let answer = app
        .anonymous("GET", "/v1/categories", None)
        .await
        .expect_status(200);
    let ids: Vec<_> = answer.body["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|item| item["id"].as_str().unwrap())
        .collect();
    let documented = "web-development mobile-development design writing marketing data admin-support other";
    assert_eq!(ids.join(" "), documented);
    assert_eq!(answer.body["items"][0]["name"], "Web Development");
}
