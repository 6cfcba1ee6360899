//! Words of Stripe's that this release does not know: they never mean failure, and never success.

use proconnect_tests::{Hired, TestApp, id};
use serde_json::{Value, json};
use std::time::Duration;

async fn change(app: &TestApp, object: &Value, field: &str, value: &str, event: &str) {
    let change =
        json!({"kind": object["object"], "id": object["id"], "field": field, "value": value, "event": event});
    app.control("change", change).await;
    app.drain().await;
}

/// Lets what failed be tried again until the queue gives up.
async fn give_up(app: &TestApp) {
    for _ in 0..6 {
        app.world.advance(Duration::from_secs(205)).await.unwrap();
    }
}

async fn on_its_way(app: &TestApp) -> (Hired, String) {
    let hired = app.hired().await;
    app.pay(&hired, &hired.milestones[0], "bank_transfer").await;
    let session = id(&app.stripe_objects("checkout.session").await[0]);
    (hired, session)
}

#[tokio::test]
async fn a_new_status_of_an_intent_is_asked_for_again_and_a_person_is_told() {
    let app = TestApp::new().await;
    let (hired, session) = on_its_way(&app).await;
    let milestone = &hired.milestones[0];
    let intent = app.stripe_objects("payment_intent").await.remove(0);
    change(&app, &intent, "/status", "brand_new", "payment_intent.brand_new").await;
    assert_eq!(app.states(&hired, milestone).await.1, "funding");
    give_up(&app).await;
    assert_eq!(
        app.queue_depth("PaymentsDeadLetterQueue"),
        1,
        "an alarm of the operators'"
    );
    let hired = app.sign_in(&hired).await;
    assert_eq!(app.states(&hired, milestone).await.1, "funding");
    // The next event asks again.
    app.settle(&session, "succeeded").await;
    assert_eq!(app.states(&hired, milestone).await.1, "funded");
}

#[tokio::test]
async fn a_page_completed_with_an_intent_of_a_new_status_is_on_its_way() {
    let app = TestApp::new().await;
    let hired = app.hired().await;
    let milestone = &hired.milestones[0];
    let fund = format!("/v1/milestones/{milestone}/fund");
    let page = app.post(&hired.client, &fund, json!({})).await.body;
    app.world
        .visit(page["checkoutUrl"].as_str().unwrap(), "voucher")
        .await;
    // Before any event was taken.
    let intent = app.stripe_objects("payment_intent").await.remove(0);
    change(&app, &intent, "/status", "brand_new", "payment_intent.brand_new").await;
    assert_eq!(app.states(&hired, milestone).await.1, "funding");
}

#[tokio::test]
async fn a_new_status_of_a_page_changes_nothing() {
    let app = TestApp::new().await;
    let (hired, _) = on_its_way(&app).await;
    let session = app.stripe_objects("checkout.session").await.remove(0);
    change(
        &app,
        &session,
        "/status",
        "brand_new",
        "checkout.session.brand_new",
    )
    .await;
    give_up(&app).await;
    assert_eq!(app.queue_depth("PaymentsDeadLetterQueue"), 1);
    let hired = app.sign_in(&hired).await;
    assert_eq!(app.states(&hired, &hired.milestones[0]).await.1, "funding");
}

#[tokio::test]
async fn a_new_state_of_an_account_keeps_what_was_known() {
    let app = TestApp::new().await;
    let freelancer = app.person("freelancer").await;
    app.onboard(&freelancer).await;
    let account = app.stripe_objects("account").await.remove(0);
    change(
        &app,
        &account,
        "/capabilities/transfers",
        "brand_new",
        "account.updated",
    )
    .await;
    let shown = app.get(&freelancer, "/v1/payments/account").await.body;
    assert_eq!(shown["transfersEnabled"], true);
    give_up(&app).await;
    assert_eq!(app.queue_depth("PaymentsDeadLetterQueue"), 1);
}
