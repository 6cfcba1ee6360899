use proconnect_domain::{DAY, Timestamp};
use proconnect_messaging::RunClocks;
use proconnect_tests::{Expect, TestApp, Throttling, envelope, id, sqs, usd};
use serde_json::{Value, json};

#[tokio::test]
async fn the_freelancer_has_five_days_and_both_read_what_silence_does() {
    let app = TestApp::new().await;
    let hired = app.hired().await;
    let milestone = &hired.milestones[0];
    app.fund(&hired, milestone).await;
    let asked = app.ask_back(&hired.client, milestone, 20_000).await;
    let asked = asked.expect_status(201).body;
    assert_eq!(
        (&asked["status"], &asked["amount"], &asked["reason"]),
        (&json!("open"), &usd(20_000), &json!("The shop closes"))
    );
    assert_eq!(asked["clock"]["actor"], "freelancer");
    assert_eq!(asked["clock"]["onSilence"], "open_to_admin");
    let at: Timestamp = asked["askedAt"].as_str().unwrap().parse().unwrap();
    assert_eq!(asked["clock"]["dueAt"], json!(at.plus(DAY * 5)));
    assert!(
        asked["clock"]["text"]
            .as_str()
            .unwrap()
            .contains("you may call an admin at once"),
        "{asked}"
    );
    let seen = app.milestone(&hired, milestone).await;
    assert_eq!(seen["clock"]["onSilence"], "open_to_admin");
    assert_eq!(seen["remaining"], usd(50_000), "nothing has moved");
    app.drain().await;
    assert_eq!(
        app.subjects(&hired.freelancer.email)[0],
        format!(
            "{} asks for $200.00 of “Drafts” back",
            app.get(&hired.client, "/v1/users/me").await.body["name"]
                .as_str()
                .unwrap()
        )
    );
    assert!(app.stripe_objects("refund").await.is_empty());
}

#[tokio::test]
async fn without_an_amount_it_is_all_that_is_held() {
    let app = TestApp::new().await;
    let hired = app.hired().await;
    let milestone = &hired.milestones[0];
    app.fund(&hired, milestone).await;
    let path = format!("/v1/milestones/{milestone}/refund-requests");
    let body = json!({"reason": "The shop closes"});
    let once = app.post_keyed(&hired.client, &path, "k-1", body.clone()).await;
    let again = app.post_keyed(&hired.client, &path, "k-1", body.clone()).await;
    assert_eq!((once.status, again.status), (201, 201));
    assert_eq!(once.body, again.body);
    assert_eq!(once.body["amount"], usd(50_000));
    app.post(&hired.client, &path, body)
        .await
        .expect_problem(409, "invalid_state");
}

#[tokio::test]
async fn what_is_not_a_part_of_what_is_held_is_refused() {
    let app = TestApp::new().await;
    let hired = app.hired().await;
    let milestone = &hired.milestones[0];
    let path = format!("/v1/milestones/{milestone}/refund-requests");
    app.ask_back(&hired.client, milestone, 100)
        .await
        .expect_problem(409, "milestone_not_funded");
    app.fund(&hired, milestone).await;
    for amount in [
        usd(0),
        usd(-1),
        usd(50_001),
        json!({"amount": 100, "currency": "eur"}),
    ] {
        let body = json!({"amount": amount, "reason": "x"});
        app.post(&hired.client, &path, body)
            .await
            .expect_fields(&["/amount"]);
    }
    for reason in ["", "two\nlines", &"a".repeat(201)] {
        app.post(&hired.client, &path, json!({"reason": reason}))
            .await
            .expect_fields(&["/reason"]);
    }
    app.submit(&hired, milestone).await.expect_status(201);
    app.approve(&hired, milestone).await.expect_status(200);
    app.ask_back(&hired.client, milestone, 100)
        .await
        .expect_problem(409, "invalid_state");
}

#[tokio::test]
async fn while_it_waits_the_review_stands_still_and_three_requests_are_the_most() {
    let app = TestApp::new().await;
    let mut asked = app.asked_back(20_000).await;
    for round in 1..=3 {
        let hired = &asked.hired;
        app.answer_refund(&hired.freelancer, &asked.request, "decline")
            .await
            .expect_status(200);
        let clock = app.milestone(hired, &asked.milestone).await["clock"].clone();
        assert_eq!(clock["onSilence"], "approve_and_release");
        if round == 3 {
            break;
        }
        let next = app.ask_back(&hired.client, &asked.milestone, 20_000).await;
        asked.request = id(&next.expect_status(201).body);
    }
    app.ask_back(&asked.hired.client, &asked.milestone, 20_000)
        .await
        .expect_problem(409, "invalid_state");
}

fn command(contract: &str) -> Value {
    let contract_id = contract.parse().unwrap();
    sqs(&[envelope(
        "out_01ARZ3NDEKTSV4RRFFQ69G5FAV",
        &RunClocks { contract_id },
    )])
}

#[tokio::test]
async fn silence_moves_nothing_and_lets_the_client_call_an_admin_at_once() {
    let app = TestApp::new().await;
    let asked = app.asked_back(20_000).await;
    // One day before the review would end without the request.
    app.world.clock.advance(DAY * 5).unwrap();
    let command = command(&asked.hired.contract);
    let throttling = Throttling::of(&app, &["TransactWriteItems"], 100);
    let refused = throttling.invoke("milestones-worker", command.clone()).await;
    assert_ne!(refused.unwrap(), json!({"batchItemFailures": []}));
    let (one, other) = tokio::join!(
        app.world.invoke("milestones-worker", command.clone()),
        app.world.invoke("milestones-worker", command.clone())
    );
    assert!([one.unwrap(), other.unwrap()].contains(&json!({"batchItemFailures": []})));
    app.drain().await;
    let hired = app.sign_in(&asked.hired).await;
    let seen = app.milestone(&hired, &asked.milestone).await;
    let request = &seen["refundRequests"][0];
    assert_eq!(
        (&request["status"], &request["clock"]),
        (&json!("unanswered"), &Value::Null)
    );
    assert_eq!(
        (&seen["payment"]["status"], &seen["status"]),
        (&json!("funded"), &json!("in_review"))
    );
    assert!(app.stripe_objects("refund").await.is_empty() && app.transfers().await.is_empty());
    for (person, told) in [
        (&hired.client, "has not answered"),
        (&hired.freelancer, "You have not answered"),
    ] {
        let subjects = app.subjects(&person.email);
        assert!(
            subjects.iter().any(|subject| subject.contains(told)),
            "{subjects:?}"
        );
    }
    // The client need not; when they do, nobody waits for an answer again.
    let opened = app.open_dispute(&hired.client, &asked.milestone).await;
    let dispute = opened.expect_status(201).body;
    assert_eq!(dispute["status"], "under_review");
    assert_eq!(dispute["clock"]["actor"], "platform");
    let seen = app.milestone(&hired, &asked.milestone).await;
    assert_eq!(seen["refundRequests"][0]["status"], "overtaken");
    let admin = app.admin().await;
    app.rule(&admin, &id(&dispute), 30_000).await.expect_status(200);
}

#[tokio::test]
async fn a_dispute_of_the_freelancer_begins_as_any_other() {
    let app = TestApp::new().await;
    let asked = app.asked_back(20_000).await;
    app.advance(6).await;
    let hired = app.sign_in(&asked.hired).await;
    let opened = app.open_dispute(&hired.freelancer, &asked.milestone).await;
    assert_eq!(opened.expect_status(201).body["status"], "opened");
}

#[tokio::test]
async fn the_review_goes_on_where_it_was_with_three_days_at_least() {
    let app = TestApp::new().await;
    let hired = app.hired().await;
    let milestone = &hired.milestones[0];
    app.fund(&hired, milestone).await;
    app.submit(&hired, milestone).await.expect_status(201);
    app.advance(13).await;
    let hired = app.sign_in(&hired).await;
    app.ask_back(&hired.client, milestone, 20_000)
        .await
        .expect_status(201);
    // The review would have ended; what ends is the time for an answer.
    app.advance(5).await;
    let hired = app.sign_in(&hired).await;
    assert_eq!(app.states(&hired, milestone).await.0, "in_review");
    let clock = app.milestone(&hired, milestone).await["clock"].clone();
    assert_eq!(clock["onSilence"], "approve_and_release");
    app.advance(4).await;
    let hired = app.sign_in(&hired).await;
    assert_eq!(app.states(&hired, milestone).await.0, "approved");
    let request = app.milestone(&hired, milestone).await["refundRequests"][0].clone();
    assert_eq!(request["status"], "overtaken");
}
