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

#[tokio::test]
async fn pieces_that_come_and_go_at_once_lose_nothing() {
    let app = TestApp::new().await;
    let felix = app.person("freelancer").await;
    let going = app.piece(&felix, "The piece that goes").await;
    let path = format!("/v1/users/me/portfolio/{going}");
    let titles = ["The first piece", "The second piece", "The third piece"];
    let add = |title| app.post(&felix, "/v1/users/me/portfolio", json!({"title": title}));
    let (gone, one, two, three) = tokio::join!(
        app.call(&felix, "DELETE", &path, None),
        add(titles[0]),
        add(titles[1]),
        add(titles[2])
    );
    let mut expected: Vec<&str> = Vec::new();
    for (answer, title) in [one, two, three].iter().zip(titles) {
        assert!([201, 409].contains(&answer.status), "{}", answer.body);
        expected.extend((answer.status == 201).then_some(title));
    }
    assert!([204, 409].contains(&gone.status), "{}", gone.body);
    assert!(gone.status == 204 || !expected.is_empty(), "one of them wins");
    expected.extend((gone.status == 409).then_some("The piece that goes"));
    let me = app.get(&felix, "/v1/users/me").await.body;
    let pieces = me["profile"]["portfolio"].as_array().unwrap();
    let mut found: Vec<&str> = pieces
        .iter()
        .map(|piece| piece["title"].as_str().unwrap())
        .collect();
    found.sort_unstable();
    expected.sort_unstable();
    assert_eq!(found, expected);
}
