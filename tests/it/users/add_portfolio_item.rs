use proconnect_tests::{Expect, TestApp};
use serde_json::json;

#[tokio::test]
async fn pieces_are_shown_in_their_order_up_to_twenty() {
    let app = TestApp::new().await;
    let felix = app.person("freelancer").await;
    for number in 0..20 {
        let body = json!({"title": format!("Piece number {number}"), "url": "https://example.com/work", "skills": ["CSS"]});
        app.post(&felix, "/v1/users/me/portfolio", body)
            .await
            .expect_status(201);
    }
    let body = json!({"title": "One too many"});
    app.post(&felix, "/v1/users/me/portfolio", body)
        .await
        .expect_problem(409, "invalid_state");
    let profile = app
        .anonymous("GET", &format!("/v1/users/{}", felix.id), None)
        .await
        .body;
    let portfolio = profile["profile"]["portfolio"].as_array().unwrap();
    assert_eq!(
        (portfolio.len(), &portfolio[19]["title"]),
        (20, &json!("Piece number 19"))
    );
}

#[tokio::test]
async fn every_bad_field_is_named() {
    let app = TestApp::new().await;
    let felix = app.person("freelancer").await;
    let body = json!({"title": "x", "description": "d".repeat(2001), "skills": [""], "url": "nowhere"});
    app.post(&felix, "/v1/users/me/portfolio", body)
        .await
        .expect_fields(&["/title", "/description", "/skills/0", "/url"]);
}
