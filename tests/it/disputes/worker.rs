//! `disputes-worker`.

use proconnect_domain::DAY;
use proconnect_messaging::RunDispute;
use proconnect_tests::{Disputed, TestApp, envelope, sqs};
use serde_json::{Value, json};

fn command(dispute: &str) -> Value {
    let dispute_id = dispute.parse().unwrap();
    sqs(&[envelope(
        "out_01ARZ3NDEKTSV4RRFFQ69G5FAV",
        &RunDispute { dispute_id },
    )])
}

async fn deliver(app: &TestApp, dispute: &str) {
    let answer = app
        .world
        .invoke("disputes-worker", command(dispute))
        .await
        .unwrap();
    assert_eq!(answer, json!({"batchItemFailures": []}));
}

async fn status(app: &TestApp, disputed: &Disputed) -> Value {
    let client = app.sign_in_person(&disputed.hired.client).await;
    app.dispute(&client, &disputed.dispute).await["status"].clone()
}

#[tokio::test]
async fn silence_calls_an_admin_and_then_halves_once_however_often_the_command_comes() {
    let app = TestApp::new().await;
    let disputed = app.disputed().await;
    deliver(&app, &disputed.dispute).await;
    assert_eq!(status(&app, &disputed).await, "opened", "nothing is due");
    app.advance(5).await;
    assert_eq!(status(&app, &disputed).await, "under_review");
    deliver(&app, &disputed.dispute).await;
    app.world.clock.advance(DAY * 5).unwrap();
    let (one, other) = tokio::join!(
        app.world.invoke("disputes-worker", command(&disputed.dispute)),
        app.world.invoke("disputes-worker", command(&disputed.dispute))
    );
    let failed = [one.unwrap(), other.unwrap()]
        .iter()
        .filter(|answer| **answer != json!({"batchItemFailures": []}))
        .count();
    assert!(
        failed < 2,
        "one of them does it; the other may find it changed, and comes again"
    );
    deliver(&app, &disputed.dispute).await;
    app.drain().await;
    assert_eq!(status(&app, &disputed).await, "resolved");
    let hired = app.sign_in(&disputed.hired).await;
    app.assert_settled(&Disputed { hired, ..disputed }, 25_000).await;
    deliver(&app, "dsp_01ARZ3NDEKTSV4RRFFQ69G5FAV").await;
}

#[tokio::test]
async fn a_round_that_nobody_ends_calls_an_admin() {
    let app = TestApp::new().await;
    let disputed = app.disputed().await;
    app.show(&disputed.hired.freelancer, &disputed.dispute).await;
    app.split(&disputed.hired.client, &disputed.dispute, 10).await;
    app.advance(3).await;
    assert_eq!(status(&app, &disputed).await, "under_review");
}
