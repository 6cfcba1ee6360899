//! Deadlines that come near: who must act is told three days and one day before, once each.

use proconnect_domain::{DAY, HOUR, MINUTE, UserEvent};
use proconnect_messaging::RunClocks;
use proconnect_tests::{Expect, Hired, TestApp, Throttling, dies_at, envelope, sqs};
use serde_json::{Value, json};

fn command(contract: &str) -> Value {
    let contract_id = contract.parse().unwrap();
    sqs(&[envelope(
        "out_01ARZ3NDEKTSV4RRFFQ69G5FAV",
        &RunClocks { contract_id },
    )])
}

/// Both milestones funded. Their due dates are the day of in twenty days.
async fn funded() -> (TestApp, Hired) {
    let app = TestApp::new().await;
    let hired = app.hired().await;
    for milestone in &hired.milestones {
        app.fund(&hired, milestone).await;
    }
    app.drain().await;
    (app, hired)
}

/// What of a list concerns a milestone.
fn about<'a>(told: &'a [String], milestone: &str) -> Vec<&'a str> {
    let starts = format!("“{milestone}”");
    told.iter()
        .map(String::as_str)
        .filter(|text| text.starts_with(&starts))
        .collect()
}

/// Lets days pass, each of which runs what is scheduled twice.
async fn pass(app: &TestApp, days: u64) {
    for _ in 0..days {
        app.advance(1).await;
        app.world.tick().await.unwrap();
        app.drain().await;
    }
}

#[tokio::test]
async fn work_that_is_due_is_told_to_who_must_hand_it_in_three_days_and_one_day_before() {
    let (app, hired) = funded().await;
    pass(&app, 17).await;
    assert_eq!(app.reminders(&hired.freelancer).await.len(), 0);
    pass(&app, 5).await;
    let told = app.reminders(&hired.freelancer).await;
    for title in ["Drafts", "Final"] {
        let told = about(&told, title);
        assert_eq!(told.len(), 2, "{told:?}");
        assert!(told[0].ends_with("(UTC): less than a day is left to hand it in."));
        assert!(told[1].ends_with("(UTC): less than 3 days are left to hand it in."));
    }
    assert_eq!(app.reminders(&hired.client).await.len(), 0);
    // By mail as well, unless they have turned that off.
    let mails = app.subjects(&hired.freelancer.email);
    let due = mails.iter().filter(|subject| subject.contains("is due on"));
    assert_eq!(due.count(), 4);
}

#[tokio::test]
async fn who_must_answer_is_told_of_each_clock_though_another_ends_before_it() {
    let (app, hired) = funded().await;
    app.submit(&hired, &hired.milestones[0]).await.expect_status(201);
    // Two days behind the first: its lines are crossed while the contract still waits for the other.
    app.advance(2).await;
    let hired = app.sign_in(&hired).await;
    app.submit(&hired, &hired.milestones[1]).await.expect_status(201);
    pass(&app, 15).await;
    let told = app.reminders(&hired.client).await;
    for title in ["Drafts", "Final"] {
        let less = |left: &str| format!("“{title}” waits for you: less than {left} left.");
        assert_eq!(
            about(&told, title),
            [less("a day is"), less("3 days are")],
            "{told:?}"
        );
    }
    assert_eq!(app.reminders(&hired.freelancer).await.len(), 0);
}

#[tokio::test]
async fn nobody_is_told_of_what_is_done_over_or_not_theirs_to_do() {
    let (app, hired) = funded().await;
    pass(&app, 18).await;
    assert_eq!(app.reminders(&hired.freelancer).await.len(), 2);
    // One is handed in, the other approved, before the last day begins.
    let hired = app.sign_in(&hired).await;
    app.submit(&hired, &hired.milestones[0]).await.expect_status(201);
    app.approve(&hired, &hired.milestones[1]).await.expect_status(200);
    pass(&app, 4).await;
    assert_eq!(app.reminders(&hired.freelancer).await.len(), 2);

    // Changes are asked for after the due date: it is over, and nobody is told again.
    let hired = app.sign_in(&hired).await;
    let path = format!("/v1/milestones/{}/revisions", hired.milestones[0]);
    let body = json!({"comment": "A warmer orange, please.", "criteria": ["Two colours"]});
    app.post(&hired.client, &path, body).await.expect_status(201);
    pass(&app, 2).await;
    assert_eq!(app.reminders(&hired.freelancer).await.len(), 2);
}

#[tokio::test]
async fn who_comes_late_is_told_once_and_of_what_is_left() {
    let app = TestApp::new().await;
    let hired = app.hired().await;
    app.advance(19).await;
    let hired = app.sign_in(&hired).await;
    // The three days had begun before there was anything to do; and what was never funded is nobody's to hand in.
    app.fund(&hired, &hired.milestones[0]).await;
    app.drain().await;
    assert_eq!(app.reminders(&hired.freelancer).await.len(), 0);
    pass(&app, 2).await;
    let told = app.reminders(&hired.freelancer).await;
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(told[0].starts_with("“Drafts”") && told[0].contains("less than a day is left"));
}

#[tokio::test]
async fn timers_that_stood_still_tell_the_last_line_alone_and_nothing_of_what_is_over() {
    let (app, hired) = funded().await;
    // Both lines were crossed in one leap.
    app.advance(20).await;
    let told = app.reminders(&hired.freelancer).await;
    assert_eq!(told.len(), 2, "{told:?}");
    assert!(
        told.iter().all(|text| text.contains("less than a day is left")),
        "{told:?}"
    );

    let (app, hired) = funded().await;
    app.advance(30).await;
    assert_eq!(app.reminders(&hired.freelancer).await.len(), 0);
    pass(&app, 1).await;
    assert_eq!(app.reminders(&hired.freelancer).await.len(), 0);
}

#[tokio::test]
async fn a_suspended_person_is_not_hurried_with_what_they_may_not_do() {
    let (app, hired) = funded().await;
    app.happens(&hired.freelancer, UserEvent::Suspend).await;
    pass(&app, 18).await;
    app.happens(&hired.freelancer, UserEvent::Restore).await;
    assert_eq!(app.reminders(&hired.freelancer).await.len(), 0);
    let mails = app.subjects(&hired.freelancer.email);
    assert!(!mails.iter().any(|subject| subject.contains("is due on")));
    pass(&app, 2).await;
    assert_eq!(app.reminders(&hired.freelancer).await.len(), 2);
}

#[tokio::test]
async fn what_is_done_while_the_reminder_is_on_its_way_is_not_told_of() {
    let (app, hired) = funded().await;
    app.world.clock.advance(DAY * 18).unwrap();
    let deliver = || app.world.invoke("milestones-worker", command(&hired.contract));
    deliver().await.unwrap();
    // The fact waits in the outbox. One is handed in before it is told.
    let hired = app.sign_in(&hired).await;
    app.submit(&hired, &hired.milestones[0]).await.expect_status(201);
    app.drain().await;
    let told = app.reminders(&hired.freelancer).await;
    assert_eq!((told.len(), about(&told, "Final").len()), (1, 1), "{told:?}");
}

#[tokio::test]
async fn a_worker_that_is_throttled_dies_or_runs_twice_at_once_tells_once() {
    let (app, hired) = funded().await;
    app.world.clock.advance(DAY * 18).unwrap();

    // The table takes nothing for a while: the message comes again.
    let throttling = Throttling::of(&app, &["TransactWriteItems"], 100);
    let answer = throttling
        .invoke("milestones-worker", command(&hired.contract))
        .await
        .unwrap();
    assert_eq!(
        answer["batchItemFailures"].as_array().unwrap().len(),
        1,
        "{answer}"
    );

    // It dies at each of its steps.
    let mut step = 1;
    loop {
        let work = app.world.invoke("milestones-worker", command(&hired.contract));
        if dies_at(step, work).await.is_some() {
            break;
        }
        step += 1;
    }
    assert!(step > 2, "it dies between reading and writing");

    // Twice at once, and once more.
    let (one, other) = tokio::join!(
        app.world.invoke("milestones-worker", command(&hired.contract)),
        app.world.invoke("milestones-worker", command(&hired.contract))
    );
    one.unwrap();
    other.unwrap();
    app.drain().await;
    app.world.tick().await.unwrap();
    app.drain().await;
    let told = app.reminders(&hired.freelancer).await;
    for title in ["Drafts", "Final"] {
        assert_eq!(about(&told, title).len(), 1, "{told:?}");
    }
}

#[tokio::test]
async fn a_contract_waits_in_the_index_for_its_next_deadline_and_costs_nothing_before() {
    let (app, hired) = funded().await;
    let timers = app.world.app.store.timers();
    let due_by = |by| timers.due(proconnect_store::DueKind::Contracts, by, 10);
    let midnight = app.world.now().plus(DAY * 18);
    assert!(due_by(midnight.minus(DAY)).await.unwrap().is_empty());
    let due = due_by(midnight).await.unwrap();
    assert_eq!((due.len(), &due[0].id), (1, &hired.contract));

    // Told, it moves on to the next line: a day before.
    app.advance(18).await;
    let now = app.world.now();
    assert!(due_by(now.plus(DAY - HOUR - MINUTE)).await.unwrap().is_empty());
    assert_eq!(due_by(now.plus(DAY * 2)).await.unwrap().len(), 1);

    // Nothing is left to do but to answer, which is another clock.
    let hired = app.sign_in(&hired).await;
    for milestone in &hired.milestones {
        app.submit(&hired, milestone).await.expect_status(201);
    }
    app.drain().await;
    assert!(due_by(now.plus(DAY * 10)).await.unwrap().is_empty());
    assert_eq!(due_by(now.plus(DAY * 12)).await.unwrap().len(), 1);
}
