//! `milestones-worker`.

use proconnect_domain::DAY;
use proconnect_messaging::RunClocks;
use proconnect_tests::{Expect, Hired, TestApp, envelope, sqs};
use serde_json::{Value, json};

fn command(contract: &str) -> Value {
    let contract_id = contract.parse().unwrap();
    sqs(&[envelope(
        "out_01ARZ3NDEKTSV4RRFFQ69G5FAV",
        &RunClocks { contract_id },
    )])
}

async fn deliver(app: &TestApp, contract: &str) {
    let answer = app
        .world
        .invoke("milestones-worker", command(contract))
        .await
        .unwrap();
    assert_eq!(answer, json!({"batchItemFailures": []}));
}

/// Handed in, with a fortnight for the client to look at it.
async fn submitted(app: &TestApp) -> Hired {
    let hired = app.hired().await;
    app.fund(&hired, &hired.milestones[0]).await;
    app.submit(&hired, &hired.milestones[0]).await.expect_status(201);
    hired
}

#[tokio::test]
async fn silence_approves_once_however_often_the_command_comes() {
    let app = TestApp::new().await;
    let hired = submitted(&app).await;
    app.world.clock.advance(DAY * 14).unwrap();
    let (one, other) = tokio::join!(
        app.world.invoke("milestones-worker", command(&hired.contract)),
        app.world.invoke("milestones-worker", command(&hired.contract))
    );
    for answer in [one.unwrap(), other.unwrap()] {
        assert_eq!(answer, json!({"batchItemFailures": []}));
    }
    deliver(&app, &hired.contract).await;
    app.drain().await;
    let hired = app.sign_in(&hired).await;
    let expected = ("approved".to_owned(), "released".to_owned());
    assert_eq!(app.states(&hired, &hired.milestones[0]).await, expected);
    assert_eq!(app.transfers().await.len(), 1);
}

#[tokio::test]
async fn a_clock_that_was_stopped_on_the_way_takes_no_step() {
    let app = TestApp::new().await;
    let hired = submitted(&app).await;
    deliver(&app, &hired.contract).await;
    assert_eq!(app.states(&hired, &hired.milestones[0]).await.0, "in_review");
    // The command is on its way, and the client answers just before it arrives.
    app.world.clock.advance(DAY * 14).unwrap();
    let hired = app.sign_in(&hired).await;
    let path = format!("/v1/milestones/{}/revisions", hired.milestones[0]);
    let body = json!({"comment": "A warmer orange, please.", "criteria": ["Two colours"]});
    app.post(&hired.client, &path, body).await.expect_status(201);
    deliver(&app, &hired.contract).await;
    app.drain().await;
    assert_eq!(
        app.states(&hired, &hired.milestones[0]).await.0,
        "changes_requested"
    );
    assert_eq!(app.transfers().await.len(), 0);
    deliver(&app, "ctr_01ARZ3NDEKTSV4RRFFQ69G5F00").await;
}
