use proconnect_tests::{Expect, Hired, TestApp};
use serde_json::json;

async fn approved(app: &TestApp, hired: &Hired) {
    let milestone = &hired.milestones[0];
    app.fund(hired, milestone).await;
    app.submit(hired, milestone).await.expect_status(201);
    app.approve(hired, milestone).await.expect_status(200);
}

/// Lets failed messages become visible again, a few times.
async fn retry(app: &TestApp) {
    for _ in 0..4 {
        app.world
            .advance(std::time::Duration::from_secs(205))
            .await
            .unwrap();
    }
}

#[tokio::test]
async fn a_lost_answer_pays_once() {
    let app = TestApp::new().await;
    let hired = app.hired().await;
    approved(&app, &hired).await;
    app.control(
        "fail_next",
        json!({"path": "/v1/transfers", "status": 502, "after_commit": true}),
    )
    .await;
    app.drain().await;
    assert_eq!(
        app.states(&hired, &hired.milestones[0]).await.1,
        "release_unknown"
    );
    retry(&app).await;
    assert_eq!(app.states(&hired, &hired.milestones[0]).await.1, "released");
    assert_eq!(app.transfers().await.len(), 1);
}

#[tokio::test]
async fn an_answer_lost_for_longer_than_keys_live_pays_once() {
    let app = TestApp::new().await;
    let hired = app.hired().await;
    approved(&app, &hired).await;
    app.control(
        "fail_next",
        json!({"path": "/v1/transfers", "status": 502, "after_commit": true}),
    )
    .await;
    app.drain().await;
    app.advance(1).await;
    let hired = app.sign_in(&hired).await;
    assert_eq!(app.states(&hired, &hired.milestones[0]).await.1, "released");
    assert_eq!(app.transfers().await.len(), 1);
}

#[tokio::test]
async fn money_waits_for_the_account_and_then_goes_at_once() {
    let app = TestApp::new().await;
    let freelancer = app.person("freelancer").await;
    let hired = app.hired_with(freelancer).await;
    approved(&app, &hired).await;
    app.drain().await;
    assert_eq!(
        app.states(&hired, &hired.milestones[0]).await.1,
        "release_blocked"
    );
    assert_eq!(
        app.subjects(&hired.freelancer.email)[0],
        "$450.00 is waiting for you"
    );
    assert_eq!(
        app.get(&hired.freelancer, "/v1/payments").await.body["items"][0]["status"],
        "blocked"
    );
    app.onboard(&hired.freelancer).await;
    assert_eq!(app.states(&hired, &hired.milestones[0]).await.1, "released");
    assert_eq!(app.transfers().await.len(), 1);
}

#[tokio::test]
async fn what_fails_for_good_ends_in_the_dead_letter_queue() {
    let app = TestApp::new().await;
    let hired = app.hired().await;
    approved(&app, &hired).await;
    app.control(
        "fail_next",
        json!({"path": "/v1/transfers", "status": 502, "times": 50}),
    )
    .await;
    app.drain().await;
    for _ in 0..6 {
        app.world
            .advance(std::time::Duration::from_secs(205))
            .await
            .unwrap();
    }
    let depth = app.queue_depth("PaymentsDeadLetterQueue");
    assert_eq!(depth, 1);
    let hired = app.sign_in(&hired).await;
    assert_eq!(
        app.states(&hired, &hired.milestones[0]).await.1,
        "release_unknown"
    );
    assert!(app.transfers().await.is_empty());
}

#[tokio::test]
async fn the_ledger_balances() {
    let app = TestApp::new().await;
    let hired = app.hired().await;
    approved(&app, &hired).await;
    app.drain().await;
    let journals = app.journals(&hired.contract).await;
    assert_eq!(
        journals.len(),
        4,
        "funded, processor's fee, approved, transferred"
    );
    let mut balances = std::collections::BTreeMap::new();
    for (account, amount) in journals.into_iter().flatten() {
        *balances.entry(account).or_insert(0) += amount;
    }
    assert_eq!(balances.values().sum::<i64>(), 0);
    assert_eq!(balances[&format!("held:{}", hired.milestones[0])], 0);
    assert_eq!(balances[&format!("payable:{}", hired.freelancer.id)], 0);
    assert_eq!(balances["fee_revenue"], -5_000);
    assert_eq!(balances["stripe_clearing"], 5_000 - 1_480);
}

#[tokio::test]
async fn an_account_that_is_not_ready_any_more_is_told_once_and_the_page_finds_that_it_is_again() {
    let app = TestApp::new().await;
    let hired = app.hired().await;
    let milestone = &hired.milestones[0];
    let account = app.stripe_objects("account").await.remove(0);
    // Of neither does an event tell.
    let turns = |value: &str| json!({"kind": "account", "id": account["id"], "field": "/capabilities/transfers", "value": value});
    app.control("change", turns("inactive")).await;
    approved(&app, &hired).await;
    app.drain().await;
    retry(&app).await;
    assert_eq!(app.states(&hired, milestone).await.1, "release_blocked");
    let told = app.subjects(&hired.freelancer.email);
    let waits = told
        .iter()
        .filter(|subject| subject.ends_with("is waiting for you"));
    assert_eq!(waits.count(), 1, "{told:?}");

    app.control("change", turns("active")).await;
    app.get(&hired.freelancer, "/v1/payments/account")
        .await
        .expect_status(200);
    app.drain().await;
    assert_eq!(app.states(&hired, milestone).await.1, "released");
    assert_eq!(app.transfers().await.len(), 1);
}

#[tokio::test]
async fn a_key_that_was_rolled_refuses_no_payout_for_good() {
    let app = TestApp::new().await;
    let hired = app.hired().await;
    approved(&app, &hired).await;
    app.control(
        "fail_next",
        json!({"path": "/v1/transfers", "status": 401, "times": 2}),
    )
    .await;
    app.drain().await;
    retry(&app).await;
    assert_eq!(app.states(&hired, &hired.milestones[0]).await.1, "released");
    assert_eq!(app.transfers().await.len(), 1);
}
