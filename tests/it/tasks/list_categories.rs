use proconnect_tests::{Expect, TestApp};

#[tokio::test]
async fn the_documented_categories() {
    let app = TestApp::new().await;
    let answer = app
        .anonymous("GET", "/v1/categories", None)
        .await
        .expect_status(200);
    let items = answer.body["items"].as_array().unwrap().iter();
    let found: Vec<_> = items
        .map(|item| (item["id"].as_str().unwrap(), item["name"].as_str().unwrap()))
        .collect();
    let documented = [
        ("web-development", "Web development"),
        ("mobile-development", "Mobile development"),
        ("design", "Design"),
        ("writing", "Writing"),
        ("marketing", "Marketing"),
        ("data", "Data"),
        ("admin-support", "Admin support"),
        ("other", "Other"),
    ];
    assert_eq!(found, documented);
}
