//! What was decided goes out whatever fails in between: the processor, the answer, the worker.

use proconnect_domain::DAY;
use proconnect_messaging::RefundPart;
use proconnect_tests::{Disputed, Expect, TestApp, envelope, id, sqs};
use serde_json::json;

async fn agreed(app: &TestApp, part: i64) -> Disputed {
    let disputed = app.disputed().await;
    for person in [&disputed.hired.client, &disputed.hired.freelancer] {
        app.split(person, &disputed.dispute, part)
            .await
            .expect_status(200);
    }
    disputed
}

/// Lets everything that waits in the queue come again.
async fn redeliver(app: &TestApp) {
    app.world
        .advance(std::time::Duration::from_secs(205))
        .await
        .unwrap();
    app.drain().await;
}

#[tokio::test]
async fn an_answer_that_is_lost_on_either_part_gives_each_once() {
    for (path, after) in [
        ("/v1/refunds", true),
        ("/v1/refunds", false),
        ("/v1/transfers", true),
        ("/v1/transfers", false),
    ] {
        let app = TestApp::new().await;
        let failure = json!({"path": path, "status": 502, "after_commit": after});
        app.control("fail_next", failure).await;
        let disputed = agreed(&app, 30_000).await;
        app.drain().await;
        redeliver(&app).await;
        app.assert_settled(&disputed, 30_000).await;
    }
}

#[tokio::test]
async fn the_command_may_come_as_often_as_it_likes() {
    let app = TestApp::new().await;
    let disputed = agreed(&app, 30_000).await;
    let milestone_id = disputed.milestone.parse().unwrap();
    let command = sqs(&[envelope(
        "out_01ARZ3NDEKTSV4RRFFQ69G5FAV",
        &RefundPart {
            milestone_id,
            payment_id: None,
        },
    )]);
    for _ in 0..3 {
        let answer = app
            .world
            .invoke("payments-worker", command.clone())
            .await
            .unwrap();
        assert_eq!(answer, json!({"batchItemFailures": []}));
    }
    app.drain().await;
    app.assert_settled(&disputed, 30_000).await;
}

#[tokio::test]
async fn a_refund_that_the_processor_took_and_we_never_heard_of_is_found_after_its_key_is_gone() {
    let app = TestApp::new().await;
    // Nothing is drained, so no event tells of it either.
    let failure = json!({"path": "/v1/refunds", "status": 502, "after_commit": true});
    app.control("fail_next", failure).await;
    let disputed = agreed(&app, 20_000).await;
    let milestone_id = disputed.milestone.parse().unwrap();
    let command = sqs(&[envelope(
        "out_01ARZ3NDEKTSV4RRFFQ69G5FAV",
        &RefundPart {
            milestone_id,
            payment_id: None,
        },
    )]);
    let failed = app
        .world
        .invoke("payments-worker", command.clone())
        .await
        .unwrap();
    assert_ne!(failed, json!({"batchItemFailures": []}));
    app.world.clock.advance(DAY * 2).unwrap();
    app.world.invoke("payments-worker", command).await.unwrap();
    app.drain().await;
    assert_eq!(app.stripe_objects("refund").await.len(), 1);
    let hired = app.sign_in(&disputed.hired).await;
    app.assert_settled(&Disputed { hired, ..disputed }, 20_000).await;
}

#[tokio::test]
async fn a_refund_that_comes_back_is_owed_again_and_the_other_part_is_paid() {
    let app = TestApp::new().await;
    let disputed = agreed(&app, 30_000).await;
    app.drain().await;
    let refund = id(&app.stripe_objects("refund").await[0]);
    for _ in 0..2 {
        app.control("refund", json!({"refund": refund, "status": "failed"}))
            .await;
        app.drain().await;
        let balances = app.balances(&disputed.hired.contract).await;
        assert_eq!(
            balances[&format!("pending_refund:{}", disputed.milestone)],
            -20_000
        );
        let milestone = app.milestone(&disputed.hired, &disputed.milestone).await;
        assert_eq!(milestone["settlement"]["refund"], "failed");
        assert_eq!(milestone["payment"]["status"], "released");
    }
}

#[tokio::test]
async fn a_charge_that_the_bank_argues_about_keeps_the_refund_waiting_for_a_person() {
    let app = TestApp::new().await;
    let disputed = app.disputed().await;
    let charge = id(&app.stripe_objects("charge").await[0]);
    let argued = json!({"kind": "charge", "id": charge, "field": "/disputed", "value": true});
    app.control("change", argued).await;
    let admin = app.admin().await;
    app.rule(&admin, &disputed.dispute, 30_000)
        .await
        .expect_status(200);
    app.drain().await;
    assert!(app.stripe_objects("refund").await.is_empty());
    let milestone = app.milestone(&disputed.hired, &disputed.milestone).await;
    assert_eq!(milestone["settlement"]["refund"], "failed");
    assert_eq!(
        milestone["payment"]["status"], "released",
        "the freelancer's part does not wait for it"
    );
    assert_eq!(app.queue_depth("PaymentsDeadLetterQueue"), 0);
}

#[tokio::test]
async fn a_part_waits_for_an_account_that_cannot_take_money_and_the_other_goes_out() {
    let app = TestApp::new().await;
    let freelancer = app.person("freelancer").await;
    let hired = app.hired_with(freelancer).await;
    let disputed = app.disputed_in(hired).await;
    let admin = app.admin().await;
    app.rule(&admin, &disputed.dispute, 10_000)
        .await
        .expect_status(200);
    app.drain().await;
    let milestone = app.milestone(&disputed.hired, &disputed.milestone).await;
    assert_eq!(milestone["payment"]["status"], "release_blocked");
    assert_eq!(milestone["settlement"]["refund"], "refunded");
    app.onboard(&disputed.hired.freelancer).await;
    app.assert_settled(&disputed, 10_000).await;
}
