use proconnect_files::test_string;
use proconnect_tests::{Expect, PNG_HEAD, Person, TestApp};
use serde_json::json;

/// The event, as the bus hands it on, once more.
async fn arrive_again(app: &TestApp, file: &str) -> serde_json::Value {
    let event = json!({"detail": {"object": {"key": format!("uploads/{file}")}}});
    let message = json!({"messageId": "1", "body": event.to_string(), "attributes": {}});
    app.world
        .invoke("files-on-uploaded", json!({"Records": [message]}))
        .await
        .unwrap()
}

async fn problem(app: &TestApp, person: &Person, file: &str) -> (String, String) {
    let answer = app
        .get(person, &format!("/v1/files/{file}"))
        .await
        .expect_status(200);
    assert!(answer.body.get("downloadUrl").is_none());
    let text = |value: &serde_json::Value| value.as_str().unwrap().to_owned();
    (
        text(&answer.body["status"]),
        text(&answer.body["problem"]["code"]),
    )
}

#[tokio::test]
async fn a_virus_is_deleted_and_its_sender_is_told() {
    let app = TestApp::new().await;
    let clara = app.person("client").await;
    let mut content = b"Please see below. ".to_vec();
    content.extend(test_string());
    let announced = app
        .announce(&clara, "task", "a.txt", "text/plain", content.len())
        .await
        .body;
    assert_eq!(app.put(&announced, &content).await.status, 200);
    app.drain().await;
    let file = announced["file"]["id"].as_str().unwrap();
    assert_eq!(
        problem(&app, &clara, file).await,
        ("infected".to_owned(), "virus".to_owned())
    );
    assert_eq!(app.subjects(&clara.email)[0], "Your file “a.txt” was refused");
    let mut body = app.task_body();
    body["attachmentIds"] = json!([file]);
    app.post(&clara, "/v1/tasks", body)
        .await
        .expect_fields(&["/attachmentIds/0"]);

    // Sent again with the same address: it is deleted unseen.
    assert_eq!(app.put(&announced, &content).await.status, 200);
    app.drain().await;
    assert_eq!(problem(&app, &clara, file).await.0, "infected");
    assert!(
        app.world.object_keys().unwrap().is_empty(),
        "{:?}",
        app.world.object_keys()
    );
}

#[tokio::test]
async fn a_disguise_is_rejected_and_what_it_is_is_said() {
    let app = TestApp::new().await;
    let clara = app.person("client").await;
    for (kind, content, detected) in [
        ("image/png", &b"just words"[..], "text/plain"),
        ("application/pdf", PNG_HEAD, "image/png"),
        ("text/plain", b"#!/bin/sh\nrm -r /\n", "text/x-script"),
    ] {
        let file = app.file(&clara, "task", kind, content).await;
        let found = problem(&app, &clara, &file).await;
        assert_eq!(found, ("rejected".to_owned(), "wrong_type".to_owned()), "{kind}");
        let answer = app.get(&clara, &format!("/v1/files/{file}")).await;
        assert_eq!(answer.body["detectedType"], detected);
    }
    assert!(app.world.object_keys().unwrap().is_empty());
}

#[tokio::test]
async fn what_is_no_document_is_kept_as_a_download_of_no_type() {
    let app = TestApp::new().await;
    let clara = app.person("client").await;
    for (kind, content, served, detected) in [
        (
            "text/plain",
            &b"just words"[..],
            "application/octet-stream",
            "text/plain",
        ),
        (
            "text/html",
            b"<!DOCTYPE html><script>",
            "application/octet-stream",
            "text/html",
        ),
        ("text/plain", PNG_HEAD, "application/octet-stream", "image/png"),
        ("image/png", PNG_HEAD, "image/png", "image/png"),
    ] {
        let file = app.file(&clara, "task", kind, content).await;
        let answer = app.get(&clara, &format!("/v1/files/{file}")).await;
        assert_eq!(answer.body["contentType"], served, "{kind}");
        assert_eq!(answer.body["detectedType"], detected, "{kind}");
        let sent = app.download(&clara, &file).await;
        assert_eq!(sent.status, 200);
        assert_eq!(sent.headers["content-type"], served);
        let disposition = sent.headers["content-disposition"].to_str().unwrap();
        assert!(disposition.starts_with("attachment;"), "{disposition}");
    }
}

#[tokio::test]
async fn a_picture_must_be_readable() {
    let app = TestApp::new().await;
    let felix = app.person("freelancer").await;
    let file = app.file(&felix, "avatar", "image/png", PNG_HEAD).await;
    let found = problem(&app, &felix, &file).await;
    assert_eq!(found, ("rejected".to_owned(), "unreadable_picture".to_owned()));
}

#[tokio::test]
async fn the_same_event_twice_changes_nothing() {
    let app = TestApp::new().await;
    let clara = app.person("client").await;
    let file = app.text_file(&clara, "task").await;
    let answer = arrive_again(&app, &file).await;
    assert_eq!(answer["batchItemFailures"], json!([]));
    assert_eq!(app.file_status(&clara, &file).await, "clean");
    assert_eq!(app.download(&clara, &file).await.status, 200);
}

#[tokio::test]
async fn the_same_event_twice_at_once_ends_well() {
    let app = TestApp::new().await;
    let clara = app.person("client").await;
    let file = app.send_file(&clara, "task", "text/plain", b"just words").await;
    let both = tokio::join!(arrive_again(&app, &file), arrive_again(&app, &file));
    // Whoever comes second finds the file decided, or comes again; nothing is lost in either case.
    assert_eq!(
        (both.0, both.1),
        (json!({"batchItemFailures": []}), json!({"batchItemFailures": []}))
    );
    assert_eq!(app.file_status(&clara, &file).await, "clean");
    assert_eq!(app.download(&clara, &file).await.content, b"just words");
}

#[tokio::test]
async fn an_event_of_a_file_that_is_gone_leaves_nothing_behind() {
    let app = TestApp::new().await;
    let clara = app.person("client").await;
    let file = app.text_file(&clara, "task").await;
    app.call(&clara, "DELETE", &format!("/v1/files/{file}"), None)
        .await
        .expect_status(204);
    let answer = arrive_again(&app, &file).await;
    assert_eq!(answer["batchItemFailures"], json!([]));
    assert!(app.world.object_keys().unwrap().is_empty());
}

#[tokio::test]
async fn content_that_comes_after_the_scan_is_never_served() {
    let app = TestApp::new().await;
    let clara = app.person("client").await;
    let clean = b"just some words here".to_vec();
    let announced = app
        .announce(&clara, "task", "a.txt", "text/plain", clean.len())
        .await
        .body;
    assert_eq!(app.put(&announced, &clean).await.status, 200);
    app.drain().await;
    let file = announced["file"]["id"].as_str().unwrap();
    assert_eq!(app.put(&announced, b"another 20 bytes now").await.status, 200);
    assert_eq!(app.download(&clara, file).await.content, clean);
    app.drain().await;
    assert_eq!(app.download(&clara, file).await.content, clean);
    assert_eq!(app.world.object_keys().unwrap(), [format!("files/{file}")]);
}

#[tokio::test]
async fn without_a_scanner_a_file_waits_and_raises_an_alarm() {
    // Nothing listens there.
    let app = TestApp::scanned_by(Some("127.0.0.1:1".to_owned())).await;
    let clara = app.person("client").await;
    let file = app.file(&clara, "task", "text/plain", b"words").await;
    for _ in 0..5 {
        let clara = app.sign_in_person(&clara).await;
        assert_eq!(app.file_status(&clara, &file).await, "scanning");
        app.world
            .advance(std::time::Duration::from_secs(1201))
            .await
            .unwrap();
    }
    let clara = app.sign_in_person(&clara).await;
    assert_eq!(app.file_status(&clara, &file).await, "scanning");
    assert_eq!(app.world.queue_depth("UploadsQueue").unwrap(), 0);
    assert_eq!(app.world.queue_depth("UploadsDeadLetterQueue").unwrap(), 1);
}

#[tokio::test]
async fn an_upload_of_nothing_known_is_deleted() {
    let app = TestApp::new().await;
    let clara = app.person("client").await;
    let announced = app.announce(&clara, "task", "a.txt", "text/plain", 5).await.body;
    let file = announced["file"]["id"].as_str().unwrap();
    app.call(&clara, "DELETE", &format!("/v1/files/{file}"), None)
        .await
        .expect_status(204);
    assert_eq!(app.put(&announced, b"12345").await.status, 200);
    app.world.tick().await.unwrap();
    app.drain().await;
    assert!(app.world.object_keys().unwrap().is_empty());
    let unknown = arrive_again(&app, "fil_01ARZ3NDEKTSV4RRFFQ69G5FAV").await;
    assert_eq!(unknown["batchItemFailures"], json!([]));
    let strange = arrive_again(&app, "../x").await;
    assert_eq!(strange["batchItemFailures"].as_array().unwrap().len(), 1);
}
