//! `tasks-worker`.

use proconnect_domain::DAY;
use proconnect_messaging::ExpireTask;
use proconnect_tests::{Expect, TestApp, envelope, sqs};
use serde_json::{Value, json};

fn command(task: &str) -> Value {
    let task_id = task.parse().unwrap();
    sqs(&[envelope(
        "out_01ARZ3NDEKTSV4RRFFQ69G5FAV",
        &ExpireTask { task_id },
    )])
}

async fn deliver(app: &TestApp, task: &str) {
    let answer = app.world.invoke("tasks-worker", command(task)).await.unwrap();
    assert_eq!(answer, json!({"batchItemFailures": []}));
}

async fn status(app: &TestApp, task: &str) -> Value {
    let path = format!("/v1/tasks/{task}");
    app.anonymous("GET", &path, None).await.body["status"].clone()
}

#[tokio::test]
async fn a_task_expires_once_however_often_the_command_comes() {
    let app = TestApp::new().await;
    let client = app.person("client").await;
    let task = app.task(&client).await;
    app.world.clock.advance(DAY * 11).unwrap();
    let (one, other) = tokio::join!(
        app.world.invoke("tasks-worker", command(&task)),
        app.world.invoke("tasks-worker", command(&task))
    );
    for answer in [one.unwrap(), other.unwrap()] {
        assert_eq!(answer, json!({"batchItemFailures": []}));
    }
    deliver(&app, &task).await;
    assert_eq!(status(&app, &task).await, "expired");
    app.drain().await;
    let told = app.subjects(&client.email);
    let told: Vec<_> = told
        .iter()
        .filter(|subject| subject.contains("has expired"))
        .collect();
    assert_eq!(told.len(), 1);
}

#[tokio::test]
async fn a_command_that_comes_early_or_late_changes_nothing() {
    let app = TestApp::new().await;
    let client = app.person("client").await;
    let task = app.task(&client).await;
    deliver(&app, &task).await;
    assert_eq!(status(&app, &task).await, "open");
    // Decided before the command came, which stops the clock.
    let bid = app.bid(&app.person("freelancer").await, &task, 40_000).await;
    app.post(&client, &format!("/v1/bids/{bid}/accept"), json!({}))
        .await
        .expect_status(201);
    app.world.clock.advance(DAY * 11).unwrap();
    deliver(&app, &task).await;
    assert_eq!(status(&app, &task).await, "in_progress");
    deliver(&app, "tsk_01ARZ3NDEKTSV4RRFFQ69G5FAV").await;
}
