use proconnect_tests::{Expect, TestApp};
use serde_json::json;

#[tokio::test]
async fn a_piece_is_written_anew_by_its_owner_alone() {
    let app = TestApp::new().await;
    let (felix, eve) = (app.person("freelancer").await, app.person("freelancer").await);
    let body = json!({"title": "The first title", "url": "https://example.com/a"});
    let piece = app
        .post(&felix, "/v1/users/me/portfolio", body)
        .await
        .expect_status(201)
        .body;
    let path = format!("/v1/users/me/portfolio/{}", piece["id"].as_str().unwrap());
    let body = json!({"title": "A better title", "description": "With words"});
    app.call(&eve, "PATCH", &path, Some(body.clone()))
        .await
        .expect_problem(404, "not_found");
    let changed = app
        .call(&felix, "PATCH", &path, Some(body))
        .await
        .expect_status(200)
        .body;
    assert_eq!(
        (&changed["id"], &changed["title"]),
        (&piece["id"], &json!("A better title"))
    );
    assert_eq!(
        app.get(&felix, "/v1/users/me").await.body["profile"]["portfolio"],
        json!([changed])
    );
    app.call(&felix, "PATCH", &path, Some(json!({"title": ""})))
        .await
        .expect_fields(&["/title"]);
}
