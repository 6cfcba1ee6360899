use proconnect_tests::{Expect, TestApp, png};
use serde_json::{Value, json};

#[tokio::test]
async fn a_piece_is_changed_by_its_owner_alone() {
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

#[tokio::test]
async fn what_is_absent_stays_and_what_is_null_is_cleared() {
    let app = TestApp::new().await;
    let felix = app.person("freelancer").await;
    let picture = app.file(&felix, "portfolio", "image/png", &png()).await;
    let other = app.file(&felix, "portfolio", "image/png", &png()).await;
    let body = json!({
        "title": "A bakery's shop", "description": "With words", "skills": ["CSS", "Rust"],
        "url": "https://example.com/work", "fileId": picture,
    });
    let made = app.post(&felix, "/v1/users/me/portfolio", body).await;
    let mut expected = made.expect_status(201).body;
    let path = format!("/v1/users/me/portfolio/{}", expected["id"].as_str().unwrap());
    let patch = async |body: Value| app.call(&felix, "PATCH", &path, Some(body)).await;
    assert_eq!(patch(json!({})).await.expect_status(200).body, expected);
    for (field, value, cleared) in [
        ("title", json!("A better title"), None),
        ("description", json!("Other words"), Some(json!(""))),
        ("skills", json!(["Figma"]), Some(json!([]))),
        ("url", json!("https://example.com/elsewhere"), Some(Value::Null)),
        ("fileId", json!(other), Some(Value::Null)),
    ] {
        let shown = if field == "fileId" { "pictureId" } else { field };
        expected[shown] = value.clone();
        assert_eq!(
            patch(json!({field: value})).await.expect_status(200).body,
            expected
        );
        let clearing = patch(json!({field: null})).await;
        match cleared {
            Some(cleared) => {
                expected[shown] = cleared;
                assert_eq!(clearing.expect_status(200).body, expected);
            }
            None => drop(clearing.expect_fields(&[&format!("/{field}")])),
        }
        let me = app.get(&felix, "/v1/users/me").await.body;
        assert_eq!(me["profile"]["portfolio"], json!([expected]));
    }
    for picture in [picture, other] {
        app.get(&felix, &format!("/v1/files/{picture}"))
            .await
            .expect_problem(404, "not_found");
    }
}
