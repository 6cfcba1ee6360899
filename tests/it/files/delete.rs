use proconnect_tests::{Expect, TestApp};
use serde_json::json;

#[tokio::test]
async fn an_own_file_is_taken_back_and_its_content_goes() {
    let app = TestApp::new().await;
    let clara = app.person("client").await;
    let file = app.text_file(&clara, "task").await;
    let path = format!("/v1/files/{file}");
    let url = app.get(&clara, &path).await.body["downloadUrl"]
        .as_str()
        .unwrap()
        .to_owned();
    let other = app.person("client").await;
    app.call(&other, "DELETE", &path, None)
        .await
        .expect_problem(404, "not_found");
    app.call(&clara, "DELETE", &path, None).await.expect_status(204);
    app.get(&clara, &path).await.expect_status(404);
    app.call(&clara, "DELETE", &path, None).await.expect_status(404);
    app.world.tick().await.unwrap();
    app.drain().await;
    assert_eq!(app.world.fetch("GET", &url, &[], vec![]).await.status, 404);
}

#[tokio::test]
async fn a_file_that_hangs_on_something_stays() {
    let app = TestApp::new().await;
    let clara = app.person("client").await;
    let file = app.text_file(&clara, "task").await;
    let mut body = app.task_body();
    body["attachmentIds"] = json!([file]);
    app.post(&clara, "/v1/tasks", body).await.expect_status(201);
    app.call(&clara, "DELETE", &format!("/v1/files/{file}"), None)
        .await
        .expect_problem(409, "file_in_use");
}

#[tokio::test]
async fn what_hangs_on_nothing_is_deleted_after_a_day() {
    let app = TestApp::new().await;
    let clara = app.person("client").await;
    let pending = app.announce(&clara, "task", "a.txt", "text/plain", 5).await.body;
    let clean = app.text_file(&clara, "task").await;
    let url = app.get(&clara, &format!("/v1/files/{clean}")).await.body["downloadUrl"].clone();
    app.advance(1).await;
    app.world.tick().await.unwrap();
    app.drain().await;
    for file in [pending["file"]["id"].as_str().unwrap(), &clean] {
        let clara = app.sign_in_person(&clara).await;
        app.get(&clara, &format!("/v1/files/{file}"))
            .await
            .expect_status(404);
    }
    assert_eq!(
        app.world
            .fetch("GET", url.as_str().unwrap(), &[], vec![])
            .await
            .status,
        404
    );
}
