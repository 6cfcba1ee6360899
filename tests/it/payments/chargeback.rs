//! A client's bank wants money back: frozen, told, won, lost, and the other way round after all; and a network that warns.

use proconnect_tests::{Expect, Hired, TestApp, id, usd};
use serde_json::{Value, json};

/// A funded milestone of 500.00 whose work is handed in, and the dispute of its charge.
async fn charged_back(app: &TestApp) -> (Hired, String) {
    let hired = app.hired().await;
    let milestone = &hired.milestones[0];
    app.fund(&hired, milestone).await;
    app.submit(&hired, milestone).await.expect_status(201);
    (hired, charge_back(app).await)
}

async fn charge_back(app: &TestApp) -> String {
    let charge = id(&app.stripe_objects("charge").await[0]);
    app.control("charge_back", json!({"charge": charge})).await;
    app.drain().await;
    id(&app.stripe_objects("dispute").await[0])
}

async fn turn(app: &TestApp, dispute: &str, turn: &str) {
    app.control("dispute", json!({"dispute": dispute, "turn": turn}))
        .await;
    app.drain().await;
}

async fn of(app: &TestApp, hired: &Hired, account: &str) -> i64 {
    let balances = app.balances(&hired.contract).await;
    assert_eq!(balances.values().sum::<i64>(), 0);
    balances.get(account).copied().unwrap_or_default()
}

async fn charge_status(app: &TestApp, hired: &Hired) -> Value {
    let lines = app
        .get(&hired.client, "/v1/payments")
        .await
        .expect_status(200)
        .body;
    let lines = lines["items"].as_array().unwrap().clone();
    lines.iter().find(|line| line["kind"] == "charge").unwrap()["status"].clone()
}

#[tokio::test]
async fn it_freezes_the_milestone_and_both_are_told() {
    let app = TestApp::new().await;
    let (hired, dispute) = charged_back(&app).await;
    let milestone = &hired.milestones[0];
    assert_eq!(app.states(&hired, milestone).await.1, "chargeback");
    let seen = app.milestone(&hired, milestone).await;
    assert_eq!(seen["chargeback"]["status"], "open");
    assert_eq!(seen["chargeback"]["clock"]["onSilence"], "lose_to_bank");
    assert_eq!(seen["clock"], Value::Null, "the review stands still");
    app.approve(&hired, milestone)
        .await
        .expect_problem(409, "invalid_state");
    app.give_back(&hired.freelancer, milestone, 100)
        .await
        .expect_problem(409, "invalid_state");
    for (person, subject) in [
        (&hired.client, "Your bank wants $500.00 back"),
        (&hired.freelancer, "The client’s bank wants $500.00 back"),
    ] {
        let told = app.subjects(&person.email);
        assert_eq!(told.iter().filter(|told| *told == subject).count(), 1, "{told:?}");
    }
    assert_eq!(charge_status(&app, &hired).await, "charged_back");
    assert_eq!(of(&app, &hired, "chargeback_loss").await, 50_000);
    // Another milestone goes on.
    app.fund(&hired, &hired.milestones[1]).await;
    assert_eq!(app.states(&hired, &hired.milestones[1]).await.1, "funded");

    turn(&app, &dispute, "answer").await;
    let seen = app.milestone(&hired, milestone).await;
    assert_eq!(
        seen["chargeback"]["clock"],
        Value::Null,
        "the bank takes its time"
    );
}

#[tokio::test]
async fn what_is_won_goes_on_where_it_was_and_the_fee_is_gone() {
    let app = TestApp::new().await;
    let (hired, dispute) = charged_back(&app).await;
    let milestone = &hired.milestones[0];
    turn(&app, &dispute, "win").await;
    assert_eq!(app.states(&hired, milestone).await.1, "funded");
    assert_eq!(of(&app, &hired, "chargeback_loss").await, 0);
    assert_eq!(of(&app, &hired, &format!("held:{milestone}")).await, -50_000);
    assert_eq!(of(&app, &hired, "stripe_fees").await, 1_480 + 1_500);
    assert_eq!(charge_status(&app, &hired).await, "held");
    app.approve(&hired, milestone).await.expect_status(200);
    app.drain().await;
    assert_eq!(app.states(&hired, milestone).await.1, "released");
}

#[tokio::test]
async fn what_is_lost_is_held_no_more_and_comes_back_when_the_bank_thinks_again() {
    let app = TestApp::new().await;
    let (hired, dispute) = charged_back(&app).await;
    let milestone = &hired.milestones[0];
    turn(&app, &dispute, "lose").await;
    assert_eq!(app.states(&hired, milestone).await.1, "chargeback_lost");
    assert_eq!(of(&app, &hired, &format!("held:{milestone}")).await, 0);
    assert_eq!(
        of(&app, &hired, "chargeback_loss").await,
        0,
        "the client’s own money"
    );
    assert_eq!(app.milestone(&hired, milestone).await["remaining"], usd(0));
    app.approve(&hired, milestone)
        .await
        .expect_problem(409, "invalid_state");
    let before = app.balances(&hired.contract).await;
    for event in app.stripe_events().await {
        app.control("replay", json!({"event": event})).await;
    }
    app.drain().await;
    assert_eq!(app.balances(&hired.contract).await, before, "every event twice");

    turn(&app, &dispute, "win").await;
    assert_eq!(app.states(&hired, milestone).await.1, "funded");
    assert_eq!(of(&app, &hired, &format!("held:{milestone}")).await, -50_000);
    app.approve(&hired, milestone).await.expect_status(200);
    app.drain().await;
    assert_eq!(app.states(&hired, milestone).await.1, "released");
}

#[tokio::test]
async fn what_was_sent_before_is_the_platforms_loss() {
    let app = TestApp::new().await;
    let hired = app.hired().await;
    let milestone = &hired.milestones[0];
    app.fund(&hired, milestone).await;
    app.submit(&hired, milestone).await.expect_status(201);
    app.approve(&hired, milestone).await.expect_status(200);
    app.drain().await;
    let dispute = charge_back(&app).await;
    turn(&app, &dispute, "lose").await;
    assert_eq!(app.states(&hired, milestone).await.1, "released");
    assert_eq!(of(&app, &hired, "chargeback_loss").await, 50_000);
    assert_eq!(
        of(&app, &hired, &format!("payable:{}", hired.freelancer.id)).await,
        0
    );
}

#[tokio::test]
async fn events_in_any_order_end_the_same() {
    let mut ends = Vec::new();
    for webhooks in [json!({}), json!({"reverse": true}), json!({"duplicate": true})] {
        let app = TestApp::new().await;
        let hired = app.hired().await;
        app.fund(&hired, &hired.milestones[0]).await;
        app.control("webhooks", webhooks).await;
        let charge = id(&app.stripe_objects("charge").await[0]);
        app.control("charge_back", json!({"charge": charge})).await;
        let dispute = id(&app.stripe_objects("dispute").await[0]);
        turn(&app, &dispute, "lose").await;
        assert_eq!(
            app.states(&hired, &hired.milestones[0]).await.1,
            "chargeback_lost"
        );
        let balances = app.balances(&hired.contract).await;
        ends.push(balances.into_values().collect::<Vec<_>>());
    }
    assert!(ends.windows(2).all(|two| two[0] == two[1]), "{ends:?}");
}

#[tokio::test]
async fn a_warning_holds_the_payout_until_an_admin_lets_it_go() {
    let app = TestApp::new().await;
    let hired = app.hired().await;
    let milestone = &hired.milestones[0];
    app.fund(&hired, milestone).await;
    let charge = id(&app.stripe_objects("charge").await[0]);
    app.control("warn", json!({"charge": charge})).await;
    app.drain().await;
    app.submit(&hired, milestone).await.expect_status(201);
    app.approve(&hired, milestone).await.expect_status(200);
    app.drain().await;
    assert_eq!(app.states(&hired, milestone).await.1, "release_queued");
    assert!(app.transfers().await.is_empty());
    let admin = app.admin().await;
    let stuck = app.stuck(&admin).await;
    assert_eq!((stuck.len(), &stuck[0]["kind"]), (1, &json!("fraud_warning")));
    let payment = id(&stuck[0]);
    let path = |step: &str| format!("/v1/admin/milestones/{milestone}/payments/{payment}/{step}");
    let body = json!({"reason": "The cardholder confirmed it on the phone."});
    app.post(&admin, &path("resolve"), body.clone())
        .await
        .expect_problem(409, "invalid_state");
    app.post(&admin, &path("retry"), body).await.expect_status(200);
    app.drain().await;
    assert_eq!(app.states(&hired, milestone).await.1, "released");
    assert!(app.stuck(&admin).await.is_empty());
}

#[tokio::test]
async fn a_warning_that_is_faster_than_the_news_of_the_payment_holds_it_all_the_same() {
    let app = TestApp::new().await;
    let hired = app.hired().await;
    let milestone = &hired.milestones[0];
    app.control("webhooks", json!({"reverse": true})).await;
    let path = format!("/v1/milestones/{milestone}/fund");
    let funding = app.post(&hired.client, &path, json!({})).await.expect_status(201);
    let page = funding.body["checkoutUrl"].as_str().unwrap();
    assert_eq!(app.world.visit(page, "paid").await, 303);
    let charge = id(&app.stripe_objects("charge").await[0]);
    app.control("warn", json!({"charge": charge})).await;
    app.drain().await;
    assert_eq!(app.states(&hired, milestone).await.1, "funded");
    assert_eq!(app.stuck(&app.admin().await).await[0]["kind"], "fraud_warning");
}
