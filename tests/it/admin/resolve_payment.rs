use proconnect_store::AuditAction;
use proconnect_tests::{Expect, TestApp, usd};
use serde_json::json;

#[tokio::test]
async fn a_refund_that_was_paid_by_hand_is_booked_and_told_and_no_longer_owed() {
    let app = TestApp::new().await;
    let admin = app.admin().await;
    let stuck = app.stuck_refund().await;
    app.look_after(&admin, &stuck, "resolve").await.expect_status(200);
    app.look_after(&admin, &stuck, "resolve")
        .await
        .expect_problem(409, "invalid_state");
    app.drain().await;
    assert!(app.stuck(&admin).await.is_empty());
    assert!(app.stripe_objects("refund").await.is_empty());
    let balances = app.balances(&stuck.hired.contract).await;
    assert_eq!(balances[&format!("pending_refund:{}", stuck.milestone)], 0);
    assert_eq!(balances["platform_bank"], -20_000);
    let seen = app.milestone(&stuck.hired, &stuck.milestone).await;
    assert_eq!(seen["refunds"][0]["state"], "refunded");
    assert_eq!(seen["remaining"], usd(30_000));
    assert_eq!(app.subjects(&stuck.hired.client.email)[0], "You got $200.00 back");
    let entries = app.world.app.store.administration();
    let entries = entries.entries(&stuck.milestone, 10, None).await.unwrap();
    assert_eq!(entries.items[0].action, AuditAction::PaymentResolved);
}

#[tokio::test]
async fn a_payout_that_was_paid_by_hand_is_invoiced_as_every_other() {
    let app = TestApp::new().await;
    let admin = app.admin().await;
    let stuck = app.stuck_payout().await;
    let (resolved, retried) = tokio::join!(
        app.look_after(&admin, &stuck, "resolve"),
        app.look_after(&admin, &stuck, "retry")
    );
    app.drain().await;
    let won = [resolved.status == 200, retried.status == 200];
    assert!(won[0] != won[1], "{} {}", resolved.body, retried.body);
    assert_eq!(app.states(&stuck.hired, &stuck.milestone).await.1, "released");
    assert_eq!(app.transfers().await.len(), usize::from(won[1]));
    let balances = app.balances(&stuck.hired.contract).await;
    assert_eq!(balances[&format!("payable:{}", stuck.hired.freelancer.id)], 0);
    let lines = app.get(&stuck.hired.freelancer, "/v1/payments").await.body;
    assert_eq!(lines["items"][0]["status"], "paid");
    assert_ne!(lines["items"][0]["invoiceNumber"], json!(null));
}
