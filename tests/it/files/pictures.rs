//! Avatars and pictures of a portfolio.

use proconnect_tests::{Expect, PASSWORD, Person, TestApp, id, png};
use serde_json::{Value, json};

async fn patch(app: &TestApp, person: &Person, body: Value) -> proconnect_tests::Answer {
    app.call(person, "PATCH", "/v1/users/me", Some(body)).await
}

async fn shown(app: &TestApp, file: &str, size: &str) -> u16 {
    let url = format!("http://localhost:8080/pictures/{file}/{size}.webp");
    let fetched = app.world.fetch("GET", &url, &[], vec![]).await;
    if fetched.status == 200 {
        assert_eq!(fetched.headers["content-type"], "image/webp");
        assert_eq!(&fetched.content[8..12], b"WEBP");
    }
    fetched.status
}

async fn tokens(app: &TestApp, person: &Person) -> Value {
    let body = json!({"email": person.email, "password": PASSWORD});
    let answer = app.anonymous("POST", "/v1/auth/login", Some(body)).await;
    answer.expect_status(200).body
}

#[tokio::test]
async fn an_avatar_is_shown_to_everybody_until_it_is_replaced() {
    let app = TestApp::new().await;
    let felix = app.person("freelancer").await;
    let first = app.file(&felix, "avatar", "image/png", &png()).await;
    let me = patch(&app, &felix, json!({"avatarId": first, "headline": "Writer"}))
        .await
        .expect_status(200);
    assert_eq!(me.body["profile"]["avatarId"], json!(first));
    let profile = app
        .anonymous("GET", &format!("/v1/users/{}", felix.id), None)
        .await
        .body;
    assert_eq!(profile["profile"]["avatarId"], json!(first));
    let list = app.anonymous("GET", "/v1/freelancers", None).await.body;
    assert_eq!(list["items"][0]["avatarId"], json!(first));
    // And where people meet: in one's own account, in its tokens, and in bids.
    assert_eq!(me.body["avatarId"], json!(first));
    assert_eq!(tokens(&app, &felix).await["user"]["avatarId"], json!(first));
    let ada = app.person("client").await;
    let task = app.task(&ada).await;
    app.bid(&felix, &task, 40_000).await;
    let bids = app.get(&ada, &format!("/v1/tasks/{task}/bids")).await.body;
    assert_eq!(bids["items"][0]["freelancer"]["avatarId"], json!(first));
    assert_eq!(
        (
            shown(&app, &first, "small").await,
            shown(&app, &first, "large").await
        ),
        (200, 200)
    );
    // The same again is no change.
    patch(&app, &felix, json!({"avatarId": first}))
        .await
        .expect_status(200);
    app.world.tick().await.unwrap();
    app.drain().await;
    assert_eq!(shown(&app, &first, "small").await, 200);

    let second = app.file(&felix, "avatar", "image/png", &png()).await;
    patch(&app, &felix, json!({"avatarId": second}))
        .await
        .expect_status(200);
    app.world.tick().await.unwrap();
    app.drain().await;
    assert_eq!(
        (
            shown(&app, &first, "small").await,
            shown(&app, &second, "small").await
        ),
        (404, 200)
    );
    let me = patch(&app, &felix, json!({"avatarId": null}))
        .await
        .expect_status(200);
    assert_eq!(me.body["profile"]["avatarId"], Value::Null);
    assert_eq!(tokens(&app, &felix).await["user"]["avatarId"], Value::Null);
    app.world.tick().await.unwrap();
    app.drain().await;
    assert_eq!(shown(&app, &second, "small").await, 404);
}

#[tokio::test]
async fn an_avatar_must_be_a_clean_picture_of_ones_own() {
    let app = TestApp::new().await;
    let (felix, clara) = (app.person("freelancer").await, app.person("client").await);
    let others = app.file(&clara, "avatar", "image/png", &png()).await;
    let other_purpose = app.file(&felix, "portfolio", "image/png", &png()).await;
    for bad in [&others, &other_purpose] {
        patch(&app, &felix, json!({"avatarId": bad}))
            .await
            .expect_fields(&["/avatarId"]);
    }
    let me = app.get(&felix, "/v1/users/me").await.body;
    assert_eq!(me["profile"]["avatarId"], Value::Null);
}

#[tokio::test]
async fn a_piece_of_a_portfolio_has_a_picture() {
    let app = TestApp::new().await;
    let felix = app.person("freelancer").await;
    let picture = app.file(&felix, "portfolio", "image/png", &png()).await;
    let body = json!({"title": "A bakery's shop", "fileId": picture});
    let piece = app
        .post(&felix, "/v1/users/me/portfolio", body.clone())
        .await
        .expect_status(201);
    assert_eq!(piece.body["pictureId"], json!(picture));
    app.post(&felix, "/v1/users/me/portfolio", body.clone())
        .await
        .expect_problem(409, "file_in_use");
    let path = format!("/v1/users/me/portfolio/{}", id(&piece.body));
    app.call(&felix, "PATCH", &path, Some(body))
        .await
        .expect_status(200);
    app.world.tick().await.unwrap();
    app.drain().await;
    assert_eq!(shown(&app, &picture, "large").await, 200);
    app.call(&felix, "DELETE", &path, None).await.expect_status(204);
    app.world.tick().await.unwrap();
    app.drain().await;
    assert_eq!(shown(&app, &picture, "large").await, 404);
}

#[tokio::test]
async fn pictures_go_with_the_account() {
    let app = TestApp::new().await;
    let felix = app.person("freelancer").await;
    let picture = app.file(&felix, "avatar", "image/png", &png()).await;
    patch(&app, &felix, json!({"avatarId": picture}))
        .await
        .expect_status(200);
    let unused = app.text_file(&felix, "bid").await;
    let export = app.get(&felix, "/v1/users/me/export").await.body;
    assert_eq!(export["files"].as_array().unwrap().len(), 2);
    let body = json!({"password": proconnect_tests::PASSWORD});
    app.post(&felix, "/v1/users/me/delete", body)
        .await
        .expect_status(204);
    app.world.tick().await.unwrap();
    app.drain().await;
    assert_eq!(shown(&app, &picture, "small").await, 404);
    assert!(app.world.object_keys().unwrap().is_empty(), "{unused}");
}

#[tokio::test]
async fn of_a_picture_only_the_shown_sizes_are_kept() {
    let app = TestApp::new().await;
    let felix = app.person("freelancer").await;
    let file = app.file(&felix, "avatar", "image/png", &png()).await;
    let answer = app
        .get(&felix, &format!("/v1/files/{file}"))
        .await
        .expect_status(200);
    assert_eq!(answer.body["status"], "clean");
    assert!(answer.body.get("downloadUrl").is_none(), "{}", answer.body);
    let mut kept = app.world.object_keys().unwrap();
    kept.sort();
    assert_eq!(
        kept,
        ["large", "small"].map(|size| format!("pictures/{file}/{size}.webp"))
    );
}
