use aws_sdk_dynamodb::types::AttributeValue;
use proconnect_domain::{MINUTE, TaskId, Timestamp, TypedId as _};
use proconnect_store::DueKind;
use proconnect_tests::{Expect, TestApp};
use serde_json::json;

#[tokio::test]
async fn silence_approves_and_pays_as_the_clock_said() {
    let app = TestApp::new().await;
    let hired = app.hired().await;
    let milestone = &hired.milestones[0];
    app.fund(&hired, milestone).await;
    let clock = app.submit(&hired, milestone).await.expect_status(201).body["clock"].clone();
    app.advance(13).await;
    let hired = app.sign_in(&hired).await;
    assert_eq!(app.states(&hired, milestone).await.0, "in_review");
    app.advance(1).await;
    let hired = app.sign_in(&hired).await;
    assert_eq!(
        app.states(&hired, milestone).await,
        ("approved".to_owned(), "released".to_owned())
    );
    assert_eq!(app.transfers().await[0]["amount"], clock["amount"]["amount"]);
    let mails = app.world.mails(&hired.client.email).unwrap();
    assert!(
        mails
            .iter()
            .any(|mail| mail.text.contains("The review period ended without an answer"))
    );
}

#[tokio::test]
async fn a_task_without_a_decision_expires_and_every_bidder_is_told() {
    let app = TestApp::new().await;
    let (client, freelancer) = (app.person("client").await, app.person("freelancer").await);
    let task = app.task(&client).await;
    let bid = app.bid(&freelancer, &task, 40_000).await;
    app.advance(10).await;
    let found = app
        .anonymous("GET", &format!("/v1/tasks/{task}"), None)
        .await
        .body;
    assert_eq!(
        (&found["status"], &found["clock"]),
        (&json!("expired"), &json!(null))
    );
    assert_eq!(
        app.anonymous("GET", "/v1/tasks", None).await.body["items"],
        json!([])
    );
    assert_eq!(
        app.subjects(&freelancer.email)[0],
        "Your bid on “Design a logo” was closed"
    );
    assert_eq!(app.subjects(&client.email)[0], "“Design a logo” has expired");
    let client = app.sign_in_person(&client).await;
    app.post(&client, &format!("/v1/bids/{bid}/accept"), json!({}))
        .await
        .expect_problem(409, "bid_decided");
}

#[tokio::test]
async fn money_is_not_held_for_ever() {
    let app = TestApp::new().await;
    let hired = app.hired().await;
    app.fund(&hired, &hired.milestones[0]).await;
    app.advance(85).await;
    let told = |email: &str| {
        app.subjects(email)
            .into_iter()
            .filter(|subject| subject.contains("needs a decision"))
            .count()
    };
    assert_eq!((told(&hired.client.email), told(&hired.freelancer.email)), (1, 1));
    let mails = app.world.mails(&hired.client.email).unwrap();
    let mail = mails
        .iter()
        .find(|mail| mail.subject.contains("needs a decision"));
    let text = &mail.unwrap().text;
    assert!(text.contains("Money is held for 85 days at most"), "{text}");
    app.advance(1).await;
    assert_eq!(told(&hired.client.email), 1);
}

/// A task that nobody can read, due at that time, in the shard of another one.
async fn broken(app: &TestApp, like: TaskId, number: u128, due: Timestamp) {
    // The shard is of the id's second byte.
    let id = TaskId::from_ulid(ulid::Ulid(like.ulid().0 ^ (number << 16)));
    let text = |value: String| AttributeValue::S(value);
    let shard = (id.ulid().0 >> 8) % 4;
    let item = [
        ("pk", text(format!("TASK#{id}"))),
        ("sk", text("#TASK".to_owned())),
        ("duepk", text(format!("DUE#tasks#{shard:02}"))),
        ("duesk", text(format!("{due}#{id}"))),
    ];
    let item = item.map(|(name, value)| (name.to_owned(), value));
    app.world.put(item.into()).await.unwrap();
}

async fn status(app: &TestApp, task: &str) -> serde_json::Value {
    let path = format!("/v1/tasks/{task}");
    app.anonymous("GET", &path, None).await.body["status"].clone()
}

#[tokio::test]
async fn three_hundred_that_always_fail_keep_none_from_its_turn() {
    let app = TestApp::new().await;
    let task = app.task(&app.person("client").await).await;
    // All of them come before it, in its own shard, and a run takes fifty of a shard.
    for number in 1..=300 {
        broken(&app, task.parse().unwrap(), number, app.world.now()).await;
    }
    app.world
        .clock
        .advance(proconnect_domain::DAY * 10 + MINUTE)
        .unwrap();
    let mut runs = 0;
    while status(&app, &task).await == "open" {
        runs += 1;
        assert!(runs <= 7, "it never had its turn");
        app.world.tick().await.unwrap();
        app.drain().await;
    }
    assert_eq!(status(&app, &task).await, "expired");

    // What failed has moved behind, further with each try.
    let timers = app.world.app.store.timers();
    let due = |now| timers.due(DueKind::Tasks, now, 1000);
    let now = app.world.now();
    assert!(due(now).await.unwrap().is_empty());
    let soon = due(now.plus(MINUTE * 5)).await.unwrap();
    assert_eq!(soon.len(), 300);
    assert!(soon.iter().all(|due| due.tries == 1));
    app.world.advance(MINUTE * 6).await.unwrap();
    app.world.tick().await.unwrap();
    let now = app.world.now();
    let later = due(now.plus(MINUTE * 10)).await.unwrap();
    assert!(later.iter().any(|due| due.tries == 2), "{later:?}");
}

#[tokio::test]
async fn a_turn_is_taken_once() {
    let app = TestApp::new().await;
    let task = app.task(&app.person("client").await).await;
    let timers = app.world.app.store.timers();
    let now = app.world.now().plus(proconnect_domain::DAY * 11);
    let due = timers.due(DueKind::Tasks, now, 10).await.unwrap();
    assert_eq!(due.len(), 1);
    let (one, other) = tokio::join!(
        timers.take_turn(DueKind::Tasks, &due[0], now),
        timers.take_turn(DueKind::Tasks, &due[0], now)
    );
    assert_eq!(
        [one.unwrap(), other.unwrap()]
            .iter()
            .filter(|taken| **taken)
            .count(),
        1
    );
    // What acts in time is not hindered by a turn that was taken, and is due no more.
    assert_eq!(status(&app, &task).await, "open");
    let again = timers
        .due(DueKind::Tasks, now.plus(MINUTE * 5), 10)
        .await
        .unwrap();
    assert_eq!((again.len(), again[0].tries), (1, 1));
}

#[tokio::test]
async fn two_runs_at_once_take_each_step_once() {
    let app = TestApp::new().await;
    let hired = app.hired().await;
    let milestone = &hired.milestones[0];
    app.fund(&hired, milestone).await;
    let clock = app.submit(&hired, milestone).await.expect_status(201).body["clock"].clone();
    assert_eq!(clock["onSilence"], "approve_and_release");
    app.world.clock.advance(proconnect_domain::DAY * 14).unwrap();
    let (one, other) = tokio::join!(app.world.tick(), app.world.tick());
    one.unwrap();
    other.unwrap();
    app.drain().await;
    app.world.tick().await.unwrap();
    app.drain().await;
    // What the clock announced has happened, once.
    let hired = app.sign_in(&hired).await;
    let expected = ("approved".to_owned(), "released".to_owned());
    assert_eq!(app.states(&hired, milestone).await, expected);
    let transfers = app.transfers().await;
    assert_eq!(
        (transfers.len(), &transfers[0]["amount"]),
        (1, &clock["amount"]["amount"])
    );
    let approved = |email: &str| {
        let subjects = app.subjects(email);
        subjects
            .iter()
            .filter(|subject| subject.contains("approved"))
            .count()
    };
    assert_eq!(
        (approved(&hired.client.email), approved(&hired.freelancer.email)),
        (1, 1)
    );
}

#[tokio::test]
async fn what_is_due_becomes_a_command_and_nothing_else() {
    let app = TestApp::new().await;
    let task = app.task(&app.person("client").await).await;
    app.drain().await;
    app.world.clock.advance(proconnect_domain::DAY * 11).unwrap();
    for _ in 0..2 {
        app.world.tick().await.unwrap();
    }
    // The turn was taken, so the second run sends nothing; and only its worker changes the task.
    assert_eq!(app.queue_depth("TasksQueue"), 1);
    assert_eq!(status(&app, &task).await, "open");
    app.drain().await;
    assert_eq!(status(&app, &task).await, "expired");
}

#[tokio::test]
async fn a_command_that_was_lost_is_given_again() {
    let app = TestApp::new().await;
    let task = app.task(&app.person("client").await).await;
    app.drain().await;
    let timers = app.world.app.store.timers();
    // A run that died after it had taken the turn.
    let now = app.world.now().plus(proconnect_domain::DAY * 11);
    let due = timers.due(DueKind::Tasks, now, 10).await.unwrap();
    assert!(timers.take_turn(DueKind::Tasks, &due[0], now).await.unwrap());
    app.world.advance(proconnect_domain::DAY * 11).await.unwrap();
    assert_eq!(status(&app, &task).await, "open");
    app.world.advance(MINUTE * 5).await.unwrap();
    assert_eq!(status(&app, &task).await, "expired");
}
