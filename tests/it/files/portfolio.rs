//! Files of a portfolio: of any kind, seen by everybody once they are shown.

use proconnect_tests::{Expect, PASSWORD, PNG_HEAD, Person, TestApp, id};
use serde_json::{Value, json};

/// A PDF, as far as its first bytes say.
const PDF: &[u8] = b"%PDF-1.7\nA booklet of walks";
/// The first bytes of a film, and no more of it.
const MP4: &[u8] = b"\0\0\0\x18ftypisom\0\0\x02\0isomiso2";

async fn piece(app: &TestApp, person: &Person, file: &str) -> Value {
    let body = json!({"title": "A booklet for a bakery", "fileId": file});
    let piece = app.post(person, "/v1/users/me/portfolio", body).await;
    piece.expect_status(201).body
}

#[tokio::test]
async fn files_are_kept_as_they_were_sent() {
    let app = TestApp::new().await;
    let felix = app.person("freelancer").await;
    for (name, kind, content, served) in [
        ("booklet.pdf", "application/pdf", PDF, "application/pdf"),
        ("reel.mp4", "video/mp4", MP4, "video/mp4"),
        (
            "notes.txt",
            "text/plain",
            b"just words",
            "application/octet-stream",
        ),
        ("scan.gif", "image/gif", b"GIF89a\x01\0\x01\0", "image/gif"),
    ] {
        let file = app.work(&felix, name, kind, content).await;
        let piece = piece(&app, &felix, &file).await;
        assert_eq!(piece["pictureId"], Value::Null, "{name}");
        let expected = json!({"id": file, "name": name, "contentType": served, "size": content.len(), "hasPreview": false});
        assert_eq!(piece["file"], expected);
        let sent = app.download(&felix, &file).await;
        assert_eq!(sent.content, content);
        assert_eq!(sent.headers["content-type"], served);
        let disposition = sent.headers["content-disposition"].to_str().unwrap();
        assert!(disposition.starts_with("attachment;"), "{disposition}");
    }
}

#[tokio::test]
async fn visitors_get_what_a_portfolio_shows_while_it_shows_it() {
    let app = TestApp::new().await;
    let felix = app.person("freelancer").await;
    let file = app.work(&felix, "booklet.pdf", "application/pdf", PDF).await;
    let path = format!("/v1/files/{file}");
    let visit = async || app.anonymous("GET", &path, None).await;
    visit().await.expect_problem(401, "unauthenticated");
    let shown = id(&piece(&app, &felix, &file).await);
    let seen = visit().await.expect_status(200);
    let url = seen.body["downloadUrl"].as_str().unwrap();
    assert_eq!(app.world.fetch("GET", url, &[], vec![]).await.content, PDF);
    // A picture is for everybody as it is shown; what its file was called is not.
    let body = json!({"avatarId": app.file(&felix, "avatar", "image/png", &proconnect_tests::png()).await});
    let me = app.call(&felix, "PATCH", "/v1/users/me", Some(body)).await;
    let avatar = format!("/v1/files/{}", me.body["avatarId"].as_str().unwrap());
    app.anonymous("GET", &avatar, None)
        .await
        .expect_problem(401, "unauthenticated");

    let piece = format!("/v1/users/me/portfolio/{shown}");
    app.call(&felix, "DELETE", &piece, None).await.expect_status(204);
    visit().await.expect_problem(401, "unauthenticated");
    let clara = app.person("client").await;
    app.get(&clara, &path).await.expect_problem(404, "not_found");
}

#[tokio::test]
async fn a_picture_that_came_as_something_else_keeps_to_the_limit_of_pictures() {
    let app = TestApp::new().await;
    let felix = app.person("freelancer").await;
    let mut content = PNG_HEAD.to_vec();
    content.resize(10 * 1024 * 1024 + 1, 0);
    let kind = "application/octet-stream";
    let file = app.work(&felix, "a.png", kind, &content).await;
    let answer = app.get(&felix, &format!("/v1/files/{file}")).await;
    assert_eq!(
        (&answer.body["status"], &answer.body["problem"]["code"]),
        (&json!("rejected"), &json!("unreadable_picture"))
    );
    assert!(app.world.object_keys().unwrap().is_empty());
    // A small one is a picture, and its original is not kept.
    let file = app.work(&felix, "a.png", kind, &proconnect_tests::png()).await;
    let piece = piece(&app, &felix, &file).await;
    assert_eq!(
        (&piece["pictureId"], &piece["file"]),
        (&json!(file), &Value::Null)
    );
    let kept = ["large", "small"].map(|size| format!("pictures/{file}/{size}.webp"));
    assert_eq!(app.world.object_keys().unwrap(), kept);
}

#[tokio::test]
async fn a_piece_takes_a_clean_file_of_ones_own_that_nothing_else_shows() {
    let app = TestApp::new().await;
    let (felix, eve) = (app.person("freelancer").await, app.person("freelancer").await);
    let refused = async |file: &str| {
        let body = json!({"title": "A booklet for a bakery", "fileId": file});
        let answer = app.post(&felix, "/v1/users/me/portfolio", body).await;
        answer.expect_fields(&["/fileId"]).body["errors"][0]["code"].clone()
    };
    let waiting = app
        .send_named(&felix, "portfolio", "a.pdf", "application/pdf", PDF)
        .await;
    assert_eq!(refused(&waiting).await, "file_not_clean");
    let virus = proconnect_files::test_string();
    let infected = app.work(&felix, "a.txt", "text/plain", &virus).await;
    assert_eq!(refused(&infected).await, "file_not_clean");
    let others = app.work(&eve, "a.pdf", "application/pdf", PDF).await;
    assert_eq!(refused(&others).await, "unknown_file");
    assert_eq!(refused("fil_01ARZ3NDEKTSV4RRFFQ69G5FAV").await, "unknown_file");
    let meant_otherwise = app.text_file(&felix, "bid").await;
    assert_eq!(refused(&meant_otherwise).await, "wrong_purpose");
    piece(&app, &felix, &waiting).await;
    let again = json!({"title": "The same once more", "fileId": waiting});
    app.post(&felix, "/v1/users/me/portfolio", again)
        .await
        .expect_problem(409, "file_in_use");
    let me = app.get(&felix, "/v1/users/me").await.body;
    assert_eq!(me["profile"]["portfolio"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn two_pieces_that_want_one_file_at_once_do_not_both_get_it() {
    let app = TestApp::new().await;
    let felix = app.person("freelancer").await;
    let file = app.work(&felix, "a.pdf", "application/pdf", PDF).await;
    let add = async |title: &str| {
        let body = json!({"title": title, "fileId": file});
        app.post(&felix, "/v1/users/me/portfolio", body).await.status
    };
    let mut both = tokio::join!(add("The first piece"), add("The second piece"));
    if both.0 > both.1 {
        both = (both.1, both.0);
    }
    assert_eq!(both, (201, 409));
    let me = app.get(&felix, "/v1/users/me").await.body;
    assert_eq!(me["profile"]["portfolio"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn another_file_takes_the_place_of_the_first_and_null_of_any() {
    let app = TestApp::new().await;
    let felix = app.person("freelancer").await;
    let booklet = app.work(&felix, "a.pdf", "application/pdf", PDF).await;
    let film = app.work(&felix, "reel.mp4", "video/mp4", MP4).await;
    let made = piece(&app, &felix, &booklet).await;
    let path = format!("/v1/users/me/portfolio/{}", id(&made));
    let patch = async |body: Value| {
        app.call(&felix, "PATCH", &path, Some(body))
            .await
            .expect_status(200)
            .body
    };
    assert_eq!(patch(json!({"fileId": booklet})).await, made, "the same file");
    assert_eq!(patch(json!({"description": ""})).await, made, "absent");
    let changed = patch(json!({"fileId": film})).await;
    assert_eq!(
        (&changed["pictureId"], &changed["file"]["id"]),
        (&Value::Null, &json!(film))
    );
    let cleared = patch(json!({"fileId": null})).await;
    assert_eq!(
        (&cleared["pictureId"], &cleared["file"]),
        (&Value::Null, &Value::Null)
    );
    app.world.tick().await.unwrap();
    app.drain().await;
    assert!(
        app.world.object_keys().unwrap().is_empty(),
        "{:?}",
        app.world.object_keys()
    );
}

#[tokio::test]
async fn a_bid_names_the_file_and_the_portfolio_decides_how_long_it_is_there() {
    let app = TestApp::new().await;
    let (clara, felix) = (app.person("client").await, app.person("freelancer").await);
    let file = app.work(&felix, "booklet.pdf", "application/pdf", PDF).await;
    let shown = piece(&app, &felix, &file).await;
    let path = format!("/v1/tasks/{}/bids", app.task(&clara).await);
    let mut body = app.bid_body(40_000);
    body["portfolioItemIds"] = json!([id(&shown)]);
    app.post(&felix, &path, body).await.expect_status(201);
    let bids = app.get(&clara, &path).await.body;
    let kept = &bids["items"][0]["portfolioItems"][0];
    assert_eq!(kept["file"], shown["file"]);
    assert_eq!(app.download(&clara, &file).await.content, PDF);
    let piece = format!("/v1/users/me/portfolio/{}", id(&shown));
    app.call(&felix, "DELETE", &piece, None).await.expect_status(204);
    let bids = app.get(&clara, &path).await.body;
    assert_eq!(bids["items"][0]["portfolioItems"][0]["file"], shown["file"]);
    app.get(&clara, &format!("/v1/files/{file}"))
        .await
        .expect_problem(404, "not_found");
}

#[tokio::test]
async fn files_are_exported_and_go_with_the_account() {
    let app = TestApp::new().await;
    let felix = app.person("freelancer").await;
    let file = app.work(&felix, "booklet.pdf", "application/pdf", PDF).await;
    piece(&app, &felix, &file).await;
    let export = app.get(&felix, "/v1/users/me/export").await.body;
    assert_eq!(export["files"][0]["name"], "booklet.pdf");
    let profile = export["account"].as_array().unwrap();
    let profile = profile.iter().find(|item| item["type"] == "profile").unwrap();
    assert_eq!(profile["profile"]["portfolio"][0]["file"]["name"], "booklet.pdf");
    app.post(&felix, "/v1/users/me/delete", json!({"password": PASSWORD}))
        .await
        .expect_status(204);
    app.world.tick().await.unwrap();
    app.drain().await;
    assert!(app.world.object_keys().unwrap().is_empty());
    app.anonymous("GET", &format!("/v1/files/{file}"), None)
        .await
        .expect_problem(401, "unauthenticated");
}
