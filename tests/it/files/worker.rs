//! `files-worker`.

use proconnect_domain::DAY;
use proconnect_messaging::DeleteFile;
use proconnect_tests::{Expect, TestApp, envelope, sqs};
use serde_json::{Value, json};

async fn deliver(app: &TestApp, file: &str) -> Value {
    let file_id = file.parse().unwrap();
    let event = sqs(&[envelope(
        "out_01ARZ3NDEKTSV4RRFFQ69G5FAV",
        &DeleteFile { file_id },
    )]);
    app.world.invoke("files-worker", event).await.unwrap()
}

fn done() -> Value {
    json!({"batchItemFailures": []})
}

#[tokio::test]
async fn what_was_taken_back_goes_and_again_is_fine() {
    let app = TestApp::new().await;
    let clara = app.person("client").await;
    let file = app.text_file(&clara, "task").await;
    let path = format!("/v1/files/{file}");
    let url = app.get(&clara, &path).await.body["downloadUrl"].clone();
    app.call(&clara, "DELETE", &path, None).await.expect_status(204);
    for _ in 0..2 {
        assert_eq!(deliver(&app, &file).await, done());
    }
    let gone = app.world.fetch("GET", url.as_str().unwrap(), &[], vec![]).await;
    assert_eq!(gone.status, 404);
    // The record goes last: nothing is left that could fall due.
    let items = app.world.items().await.unwrap();
    assert!(
        items
            .iter()
            .all(|item| item["pk"].as_s().unwrap() != &format!("FILE#{file}"))
    );
}

#[tokio::test]
async fn what_was_attached_before_the_command_came_stays() {
    let app = TestApp::new().await;
    let clara = app.person("client").await;
    let file = app.text_file(&clara, "task").await;
    assert_eq!(deliver(&app, &file).await, done());
    let mut body = app.task_body();
    body["attachmentIds"] = json!([file]);
    app.post(&clara, "/v1/tasks", body).await.expect_status(201);
    app.world.clock.advance(DAY * 2).unwrap();
    assert_eq!(deliver(&app, &file).await, done());
    let clara = app.sign_in_person(&clara).await;
    app.get(&clara, &format!("/v1/files/{file}"))
        .await
        .expect_status(200);
}
