//! A milestone that is paid twice: the second payment goes back by itself, stands in the history, and both sides are told.

use proconnect_tests::{Expect, Hired, TestApp, id};
use serde_json::{Value, json};

/// A milestone whose bank transfer was given up, and which was then paid by card; the session of the transfer.
async fn given_up(app: &TestApp) -> (Hired, String) {
    let hired = app.hired().await;
    let milestone = &hired.milestones[0];
    app.pay(&hired, milestone, "bank_transfer").await;
    let session = id(&app.stripe_objects("checkout.session").await[0]);
    app.settle(&session, "failed").await;
    assert_eq!(app.states(&hired, milestone).await.1, "unfunded");
    app.fund(&hired, milestone).await;
    (hired, session)
}

async fn history(app: &TestApp, hired: &Hired) -> Vec<(String, Value)> {
    let answer = app.get(&hired.client, "/v1/payments").await.expect_status(200);
    let line = |line: &Value| {
        (
            line["status"].as_str().unwrap().to_owned(),
            line["invoiceNumber"].clone(),
        )
    };
    answer.body["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(line)
        .collect()
}

async fn balances(app: &TestApp, hired: &Hired) -> std::collections::BTreeMap<String, i64> {
    let mut balances = std::collections::BTreeMap::new();
    for (account, amount) in app.journals(&hired.contract).await.into_iter().flatten() {
        *balances.entry(account).or_insert(0) += amount;
    }
    assert_eq!(balances.values().sum::<i64>(), 0);
    balances
}

#[tokio::test]
async fn it_goes_back_and_both_are_told() {
    let app = TestApp::new().await;
    let (hired, session) = given_up(&app).await;
    let milestone = &hired.milestones[0];
    // The transfer that was given up arrives all the same.
    app.settle(&session, "succeeded").await;
    assert_eq!(app.states(&hired, milestone).await.1, "funded");
    let refunds = app.stripe_objects("refund").await;
    assert_eq!((refunds.len(), &refunds[0]["amount"]), (1, &json!(50_000)));
    for person in [&hired.client, &hired.freelancer] {
        let told = app.subjects(&person.email);
        assert_eq!(
            told.iter()
                .filter(|subject| *subject == "“Drafts” was paid twice")
                .count(),
            1,
            "{told:?}"
        );
    }
    let history = history(&app, &hired).await;
    assert_eq!(
        (history.len(), history[0].0.as_str(), &history[0].1),
        (2, "refunded", &Value::Null)
    );
    assert_eq!(history[1].0, "held");
    let balances = balances(&app, &hired).await;
    assert_eq!(balances[&format!("pending_refund:{milestone}")], 0);
    assert_eq!(balances[&format!("held:{milestone}")], -50_000);
    // Two charges came and one went back; the processor keeps its fee of both.
    assert_eq!(
        (balances["stripe_clearing"], balances["stripe_fees"]),
        (50_000 - 2 * 1_480, 2 * 1_480)
    );

    for event in app.stripe_events().await {
        app.control("replay", json!({"event": event})).await;
    }
    app.drain().await;
    assert_eq!(
        app.stripe_objects("refund").await.len(),
        1,
        "every event twice changes nothing"
    );
    assert_eq!(self::history(&app, &hired).await.len(), 2);
    assert_eq!(self::balances(&app, &hired).await, balances);

    app.submit(&hired, milestone).await.expect_status(201);
    app.approve(&hired, milestone).await.expect_status(200);
    app.drain().await;
    assert_eq!(
        app.states(&hired, milestone).await.1,
        "released",
        "the first charge pays the freelancer"
    );
}

#[tokio::test]
async fn a_lost_answer_gives_back_once() {
    let app = TestApp::new().await;
    let (hired, session) = given_up(&app).await;
    app.control(
        "fail_next",
        json!({"path": "/v1/refunds", "status": 502, "after_commit": true}),
    )
    .await;
    app.settle(&session, "succeeded").await;
    // The event of the refund says what the answer would have said.
    assert_eq!(history(&app, &hired).await[0].0, "refunded");
    let later = std::time::Duration::from_secs(205);
    app.world.advance(later).await.unwrap();
    assert_eq!(app.queue_depth("PaymentsQueue"), 0);
    assert_eq!(history(&app, &hired).await[0].0, "refunded");
    assert_eq!(app.stripe_objects("refund").await.len(), 1);
}

#[tokio::test]
async fn what_comes_back_is_owed_again() {
    let app = TestApp::new().await;
    let (hired, session) = given_up(&app).await;
    app.settle(&session, "succeeded").await;
    let refund = id(&app.stripe_objects("refund").await[0]);
    for _ in 0..2 {
        app.control("refund", json!({"refund": refund, "status": "failed"}))
            .await;
        app.drain().await;
        assert_eq!(history(&app, &hired).await[0].0, "failed");
        let balances = balances(&app, &hired).await;
        assert_eq!(
            balances[&format!("pending_refund:{}", hired.milestones[0])],
            -50_000
        );
    }
}

#[tokio::test]
async fn what_the_processor_refuses_waits_for_a_person() {
    let app = TestApp::new().await;
    let (hired, session) = given_up(&app).await;
    app.control("webhooks", json!({})).await;
    // Paid, and disputed with the bank before we could give it back.
    app.control("settle", json!({"session": session, "outcome": "succeeded"}))
        .await;
    let charge = id(&app.stripe_objects("charge").await[0]);
    let disputed = json!({"kind": "charge", "id": charge, "field": "/disputed", "value": true});
    app.control("change", disputed).await;
    app.drain().await;
    assert_eq!(history(&app, &hired).await[0].0, "failed");
    assert!(app.stripe_objects("refund").await.is_empty());
    assert_eq!(app.queue_depth("PaymentsDeadLetterQueue"), 0);
    assert_eq!(app.states(&hired, &hired.milestones[0]).await.1, "funded");
}

#[tokio::test]
async fn a_second_page_is_closed_once_the_first_is_paid() {
    let app = TestApp::new().await;
    let hired = app.hired().await;
    let milestone = &hired.milestones[0];
    app.pay(&hired, milestone, "voucher").await;
    let voucher = id(&app.stripe_objects("checkout.session").await[0]);
    app.settle(&voucher, "failed").await;
    let path = format!("/v1/milestones/{milestone}/fund");
    let second = app
        .post(&hired.client, &path, json!({}))
        .await
        .expect_status(201)
        .body;
    app.settle(&voucher, "succeeded").await;
    assert_eq!(app.states(&hired, milestone).await.1, "funded");
    assert_eq!(
        app.world
            .visit(second["checkoutUrl"].as_str().unwrap(), "paid")
            .await,
        410
    );
}
