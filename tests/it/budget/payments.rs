//! Payments.

use super::Budget;
use proconnect_tests::{Answer, Call, TestApp};
use serde_json::json;

#[tokio::test]
async fn payments() {
    let app = TestApp::new().await;
    let budget = Budget::new(&app);
    let hired = app.hired().await;
    app.fund(&hired, &hired.milestones[0]).await;
    app.submit(&hired, &hired.milestones[0]).await;
    app.approve(&hired, &hired.milestones[0]).await;
    app.drain().await;
    let freelancer = &hired.freelancer;
    let account = app.get(freelancer, "/v1/payments/account").await;
    budget.check(
        "payments-account",
        "person; while the account is not ready, the person is written when there is news, or the worker asked to",
        (1, 0, 1),
        &account,
    );
    let history = app.get(freelancer, "/v1/payments").await;
    budget.check(
        "payments-list",
        "the person's partition; its people",
        (2, 0, 2),
        &history,
    );
    let payment = history.body["items"][0]["id"].as_str().unwrap();
    let invoice = app
        .get(freelancer, &format!("/v1/payments/{payment}/invoice"))
        .await;
    budget.check(
        "payments-get-invoice",
        "line of history and document in one call",
        (1, 0, 3),
        &invoice,
    );
    let onboarding = app.post(freelancer, "/v1/payments/onboarding", json!({})).await;
    budget.check(
        "payments-onboarding",
        "person and session in one call; the first time also the person is written",
        (1, 0, 2),
        &onboarding,
    );
    budget.check(
        "payments-on-stripe-event",
        "transaction: event, outbox",
        (0, 1, 8),
        &stripe_event(&app).await,
    );
    let file = app.get(freelancer, "/v1/payments.csv").await;
    budget.check(
        "payments-export",
        "limits; every page of the person's lines; its people",
        (2, 1, 6),
        &file,
    );
    let statement = app.get(freelancer, "/v1/payments/statement?year=2026").await;
    budget.check(
        "payments-statement",
        "limits; every page of the person's documents, and of their lines",
        (2, 1, 8),
        &statement,
    );
}

async fn stripe_event(app: &TestApp) -> Answer {
    let body = json!({"id": "evt_x", "type": "x", "data": {"object": {"id": "x"}}}).to_string();
    let now = app.world.now().as_millis() / 1000;
    let signature = proconnect_payments::webhook::sign("whsec_local_stand_in", body.as_bytes(), now);
    let headers = vec![("stripe-signature", format!("t={now},v1={signature}"))];
    let call = Call {
        raw: Some(body.into()),
        headers,
        ..Call::default()
    };
    app.world.send("POST", "/v1/payments/stripe-events", call).await
}
