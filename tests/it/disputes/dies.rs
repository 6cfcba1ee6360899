//! A function that dies at any of its steps, and what its repeat makes of it: one decision, and each part once.

use proconnect_messaging::{RefundPart, ReleasePayment};
use proconnect_tests::{Disputed, TestApp, envelope, sqs};
use std::task::Poll;

/// Works at something step by step, and dies at one of them: nothing when it did, and what had been begun is dropped.
async fn dies_at<T>(step: usize, work: impl Future<Output = T>) -> Option<T> {
    let (mut work, mut steps) = (Box::pin(work), 0);
    std::future::poll_fn(|context| {
        if steps == step {
            return Poll::Ready(None);
        }
        steps += 1;
        work.as_mut().poll(context).map(Some)
    })
    .await
}

/// A dispute in which the client has said 300.00.
async fn half_said() -> (TestApp, Disputed) {
    let app = TestApp::new().await;
    let disputed = app.disputed().await;
    let said = app.split(&disputed.hired.client, &disputed.dispute, 30_000).await;
    assert_eq!(said.status, 200);
    app.drain().await;
    (app, disputed)
}

#[tokio::test]
async fn an_agreement_that_dies_at_any_step_is_one_agreement() {
    let (app, disputed) = half_said().await;
    let (snapshot, freelancer) = (app.snapshot().await, &disputed.hired.freelancer);
    for step in 1.. {
        let app = snapshot.go_on().await;
        let done = dies_at(step, app.split(freelancer, &disputed.dispute, 30_000)).await;
        let again = app.split(freelancer, &disputed.dispute, 30_000).await;
        assert!([200, 409].contains(&again.status), "{}", again.body);
        app.drain().await;
        app.assert_settled(&disputed, 30_000).await;
        if done.is_some() {
            assert!(step > 2, "it dies between reading and writing");
            return;
        }
    }
}

#[tokio::test]
async fn a_ruling_that_dies_at_any_step_is_one_ruling() {
    let app = TestApp::new().await;
    let disputed = app.disputed().await;
    let admin = app.admin().await;
    let snapshot = app.snapshot().await;
    for step in 1.. {
        let app = snapshot.go_on().await;
        let done = dies_at(step, app.rule(&admin, &disputed.dispute, 12_345)).await;
        let again = app.rule(&admin, &disputed.dispute, 12_345).await;
        assert!([200, 409].contains(&again.status), "{}", again.body);
        app.drain().await;
        app.assert_settled(&disputed, 12_345).await;
        if done.is_some() {
            assert!(step > 2, "it dies between reading and writing");
            return;
        }
    }
}

#[tokio::test]
async fn a_worker_that_dies_at_any_step_of_either_part_sends_it_once() {
    let (app, disputed) = half_said().await;
    let agreed = app
        .split(&disputed.hired.freelancer, &disputed.dispute, 30_000)
        .await;
    assert_eq!(agreed.body["status"], "resolved");
    let snapshot = app.snapshot().await;
    let milestone_id = disputed.milestone.parse().unwrap();
    let out = "out_01ARZ3NDEKTSV4RRFFQ69G5FAV";
    let commands = [
        sqs(&[envelope(
            out,
            &RefundPart {
                milestone_id,
                payment_id: None,
            },
        )]),
        sqs(&[envelope(out, &ReleasePayment { milestone_id })]),
    ];
    for command in commands {
        for step in 1.. {
            let app = snapshot.go_on().await;
            let work = app.world.invoke("payments-worker", command.clone());
            let done = dies_at(step, work).await;
            app.drain().await;
            app.assert_settled(&disputed, 30_000).await;
            if done.is_some() {
                assert!(step > 2, "it dies between the call and the table");
                break;
            }
        }
    }
}
