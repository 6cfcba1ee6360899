//! A refund that dies at any of its steps, whose answer gets lost, or that the bank sends back: it goes back once, or stays owed.

use proconnect_messaging::RefundPart;
use proconnect_tests::{Asked, Expect, TestApp, Throttling, dies_at, envelope, id, sqs};
use serde_json::{Value, json};

#[tokio::test]
async fn an_acceptance_that_dies_at_any_step_is_one_refund() {
    let app = TestApp::new().await;
    let asked = app.asked_back(20_000).await;
    let snapshot = app.snapshot().await;
    for step in 1.. {
        let app = snapshot.go_on().await;
        let accepts = app.answer_refund(&asked.hired.freelancer, &asked.request, "accept");
        let done = dies_at(step, accepts).await;
        app.answer_refund(&asked.hired.freelancer, &asked.request, "accept")
            .await
            .expect_status(200);
        app.drain().await;
        app.assert_given_back(&asked.hired, &asked.milestone, &[20_000])
            .await;
        if done.is_some() {
            assert!(step > 2, "it dies between reading and writing");
            return;
        }
    }
}

/// Accepted, and nothing of it has left yet: the command that gives it back.
async fn accepted(app: &TestApp, asked: &Asked) -> Value {
    app.answer_refund(&asked.hired.freelancer, &asked.request, "accept")
        .await
        .expect_status(200);
    let lines = app.get(&asked.hired.client, "/v1/payments").await.body;
    let line = &lines["items"][0];
    assert_eq!(
        (&line["kind"], &line["status"]),
        (&json!("refund"), &json!("refunding"))
    );
    let command = RefundPart {
        milestone_id: asked.milestone.parse().unwrap(),
        payment_id: Some(id(line).parse().unwrap()),
    };
    sqs(&[envelope("out_01ARZ3NDEKTSV4RRFFQ69G5FAV", &command)])
}

#[tokio::test]
async fn a_worker_that_dies_at_any_step_gives_it_back_once() {
    let app = TestApp::new().await;
    let asked = app.asked_back(20_000).await;
    let command = accepted(&app, &asked).await;
    let snapshot = app.snapshot().await;
    for step in 1.. {
        let app = snapshot.go_on().await;
        let done = dies_at(step, app.world.invoke("payments-worker", command.clone())).await;
        app.drain().await;
        app.assert_given_back(&asked.hired, &asked.milestone, &[20_000])
            .await;
        if done.is_some() {
            assert!(step > 2, "it dies between the call and the table");
            return;
        }
    }
}

#[tokio::test]
async fn the_command_may_come_often_and_to_a_table_that_takes_nothing() {
    let app = TestApp::new().await;
    let asked = app.asked_back(20_000).await;
    let command = accepted(&app, &asked).await;
    let throttling = Throttling::of(&app, &["TransactWriteItems"], 100);
    let refused = throttling.invoke("payments-worker", command.clone()).await;
    assert_ne!(refused.unwrap(), json!({"batchItemFailures": []}));
    for _ in 0..3 {
        let answer = app.world.invoke("payments-worker", command.clone()).await;
        assert_eq!(answer.unwrap(), json!({"batchItemFailures": []}));
    }
    app.drain().await;
    app.assert_given_back(&asked.hired, &asked.milestone, &[20_000])
        .await;
}

#[tokio::test]
async fn an_answer_that_gets_lost_gives_it_back_once() {
    for after in [true, false] {
        let app = TestApp::new().await;
        let asked = app.asked_back(20_000).await;
        let failure = json!({"path": "/v1/refunds", "status": 502, "after_commit": after});
        app.control("fail_next", failure).await;
        app.answer_refund(&asked.hired.freelancer, &asked.request, "accept")
            .await
            .expect_status(200);
        app.drain().await;
        let later = std::time::Duration::from_secs(205);
        app.world.advance(later).await.unwrap();
        app.drain().await;
        app.assert_given_back(&asked.hired, &asked.milestone, &[20_000])
            .await;
    }
}

#[tokio::test]
async fn what_comes_back_is_owed_again_and_the_rest_is_paid_all_the_same() {
    let app = TestApp::new().await;
    let asked = app.asked_back(20_000).await;
    let (hired, milestone) = (&asked.hired, &asked.milestone);
    app.answer_refund(&hired.freelancer, &asked.request, "accept")
        .await
        .expect_status(200);
    app.drain().await;
    let refund = id(&app.stripe_objects("refund").await[0]);
    for _ in 0..2 {
        app.control("refund", json!({"refund": refund, "status": "failed"}))
            .await;
        app.drain().await;
        let balances = app.balances(&hired.contract).await;
        assert_eq!(balances[&format!("pending_refund:{milestone}")], -20_000);
        assert_eq!(balances[&format!("held:{milestone}")], -30_000);
        let seen = app.milestone(hired, milestone).await;
        assert_eq!(seen["refunds"][0]["state"], "failed");
    }
    app.approve(hired, milestone).await.expect_status(200);
    app.drain().await;
    assert_eq!(app.transfers().await[0]["amount"], 27_000);
}
