use proconnect_tests::{Expect, TestApp};

#[tokio::test]
async fn only_a_clean_file_is_downloaded_and_under_its_name() {
    let app = TestApp::new().await;
    let clara = app.person("client").await;
    let file = app
        .send_file(&clara, "task", "text/plain", b"What is to be done.")
        .await;
    let waiting = app
        .get(&clara, &format!("/v1/files/{file}"))
        .await
        .expect_status(200);
    assert_eq!(waiting.body["status"], "pending");
    assert!(waiting.body.get("downloadUrl").is_none());
    app.drain().await;
    let download = app.download(&clara, &file).await;
    assert_eq!(
        (download.status, download.content.as_slice()),
        (200, &b"What is to be done."[..])
    );
    assert_eq!(download.headers["content-type"], "application/octet-stream");
    let disposition = download.headers["content-disposition"].to_str().unwrap();
    assert!(
        disposition.starts_with("attachment; filename=\"notes.txt\""),
        "{disposition}"
    );
}

#[tokio::test]
async fn nobody_else_sees_a_file_that_hangs_on_nothing() {
    let app = TestApp::new().await;
    let clara = app.person("client").await;
    let file = app.text_file(&clara, "task").await;
    let path = format!("/v1/files/{file}");
    for other in [app.person("freelancer").await, app.admin().await] {
        app.get(&other, &path).await.expect_problem(404, "not_found");
    }
    app.anonymous("GET", &path, None).await.expect_status(401);
    app.get(&clara, "/v1/files/fil_01ARZ3NDEKTSV4RRFFQ69G5FAV")
        .await
        .expect_problem(404, "not_found");
}

#[tokio::test]
async fn an_address_of_the_bucket_needs_its_signature() {
    let app = TestApp::new().await;
    let clara = app.person("client").await;
    let file = app.text_file(&clara, "task").await;
    let answer = app.get(&clara, &format!("/v1/files/{file}")).await;
    let url = answer.body["downloadUrl"].as_str().unwrap();
    let bare = url.split('?').next().unwrap();
    assert_eq!(app.world.fetch("GET", bare, &[], vec![]).await.status, 403);
    let other = url.replace(&file, "fil_01ARZ3NDEKTSV4RRFFQ69G5FAV");
    assert_eq!(app.world.fetch("GET", &other, &[], vec![]).await.status, 403);
}
