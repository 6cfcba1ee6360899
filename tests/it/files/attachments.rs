//! What files hang on, and who sees them there.

use proconnect_tests::{Call, Expect, TestApp, id};
use serde_json::json;

#[tokio::test]
async fn a_tasks_files_are_seen_by_everybody_who_is_signed_in() {
    let app = TestApp::new().await;
    let (clara, felix) = (app.person("client").await, app.person("freelancer").await);
    let file = app.text_file(&clara, "task").await;
    let mut body = app.task_body();
    body["attachmentIds"] = json!([file]);
    let call = || Call {
        token: Some(&clara.token),
        body: Some(body.clone()),
        headers: vec![("idempotency-key", "one".to_owned())],
        ..Call::default()
    };
    let task = app
        .world
        .send("POST", "/v1/tasks", call())
        .await
        .expect_status(201);
    assert_eq!(task.body["attachments"][0]["id"], json!(file));
    assert_eq!(task.body["attachments"][0]["name"], "notes.txt");
    // The same call again finds its own file in use, and is answered as before.
    let again = app
        .world
        .send("POST", "/v1/tasks", call())
        .await
        .expect_status(201);
    assert_eq!(again.body["id"], task.body["id"]);
    app.post(&clara, "/v1/tasks", body.clone())
        .await
        .expect_problem(409, "file_in_use");
    let seen = app
        .get(&felix, &format!("/v1/tasks/{}", id(&task.body)))
        .await
        .body;
    assert_eq!(seen["attachments"], task.body["attachments"]);
    assert_eq!(app.download(&felix, &file).await.status, 200);
    // It lives as long as the task.
    app.advance(2).await;
    let felix = app.sign_in_person(&felix).await;
    assert_eq!(app.download(&felix, &file).await.status, 200);
}

#[tokio::test]
async fn a_bids_files_are_seen_by_its_two_sides() {
    let app = TestApp::new().await;
    let (clara, felix) = (app.person("client").await, app.person("freelancer").await);
    let task = app.task(&clara).await;
    let file = app.text_file(&felix, "bid").await;
    let mut body = app.bid_body(40_000);
    body["attachmentIds"] = json!([file]);
    let bid = app.post(&felix, &format!("/v1/tasks/{task}/bids"), body).await;
    assert_eq!(bid.expect_status(201).body["attachments"][0]["id"], json!(file));
    let bids = app.get(&clara, &format!("/v1/tasks/{task}/bids")).await.body;
    assert_eq!(bids["items"][0]["attachments"][0]["id"], json!(file));
    assert_eq!(app.download(&clara, &file).await.status, 200);
    for other in [
        app.person("client").await,
        app.person("freelancer").await,
        app.admin().await,
    ] {
        app.get(&other, &format!("/v1/files/{file}"))
            .await
            .expect_status(404);
    }
}

#[tokio::test]
async fn a_submissions_files_are_seen_by_its_contract() {
    let app = TestApp::new().await;
    let hired = app.hired().await;
    app.fund(&hired, &hired.milestones[0]).await;
    let file = app.text_file(&hired.freelancer, "submission").await;
    let body = json!({"note": "Done", "fileIds": [file]});
    let path = format!("/v1/milestones/{}/submissions", hired.milestones[0]);
    let milestone = app.post(&hired.freelancer, &path, body).await.expect_status(201);
    assert_eq!(milestone.body["submissions"][0]["files"][0]["id"], json!(file));
    assert_eq!(app.download(&hired.client, &file).await.status, 200);
    assert_eq!(app.download(&app.admin().await, &file).await.status, 200);
    let other = app.person("client").await;
    app.get(&other, &format!("/v1/files/{file}"))
        .await
        .expect_status(404);
}

#[tokio::test]
async fn only_clean_files_of_ones_own_for_this_purpose_each_once() {
    let app = TestApp::new().await;
    let (clara, felix) = (app.person("client").await, app.person("freelancer").await);
    let good = app.text_file(&clara, "task").await;
    let others = app.text_file(&felix, "task").await;
    let avatar = app.file(&clara, "bid", "text/plain", b"words").await;
    let waiting = id(&app.announce(&clara, "task", "a", "text/plain", 3).await.body["file"]);
    let mut body = app.task_body();
    body["attachmentIds"] = json!([
        good,
        others,
        avatar,
        waiting,
        good,
        "fil_01ARZ3NDEKTSV4RRFFQ69G5FAV"
    ]);
    let refused = app.post(&clara, "/v1/tasks", body.clone()).await.expect_fields(&[
        "/attachmentIds/1",
        "/attachmentIds/2",
        "/attachmentIds/3",
        "/attachmentIds/4",
        "/attachmentIds/5",
    ]);
    let codes: Vec<_> = refused.body["errors"]
        .as_array()
        .unwrap()
        .iter()
        .map(|error| &error["code"])
        .collect();
    let wanted = [
        "unknown_file",
        "wrong_purpose",
        "file_not_clean",
        "repeated_file",
        "unknown_file",
    ];
    assert_eq!(codes, wanted);
    body["attachmentIds"] = json!(vec![good; 11]);
    let refused = app.post(&clara, "/v1/tasks", body).await;
    assert_eq!(refused.body["errors"][0]["pointer"], "/attachmentIds");
}

#[tokio::test]
async fn two_tasks_at_once_do_not_share_a_file() {
    let app = TestApp::new().await;
    let clara = app.person("client").await;
    let file = app.text_file(&clara, "task").await;
    let mut body = app.task_body();
    body["attachmentIds"] = json!([file]);
    let (one, other) = tokio::join!(
        app.post(&clara, "/v1/tasks", body.clone()),
        app.post(&clara, "/v1/tasks", body.clone())
    );
    let mut statuses = [one.status, other.status];
    statuses.sort_unstable();
    assert_eq!(statuses, [201, 409]);
}
