//! Ways to pay that take days: vouchers, bank transfers, debits.

use proconnect_tests::{Expect, TestApp, id};
use serde_json::json;

#[tokio::test]
async fn a_payment_that_awaits_its_payer_is_on_its_way() {
    for outcome in ["voucher", "bank_transfer", "processing"] {
        let app = TestApp::new().await;
        let hired = app.hired().await;
        let milestone = &hired.milestones[0];
        assert_eq!(app.pay(&hired, milestone, outcome).await, 303, "{outcome}");
        assert_eq!(app.states(&hired, milestone).await.1, "funding", "{outcome}");
        let fund = format!("/v1/milestones/{milestone}/fund");
        app.post(&hired.client, &fund, json!({}))
            .await
            .expect_problem(409, "invalid_state");
        // Every event again, in any order.
        for event in app.stripe_events().await {
            app.control("replay", json!({"event": event})).await;
        }
        app.control("webhooks", json!({"reverse": true})).await;
        app.drain().await;
        assert_eq!(app.states(&hired, milestone).await.1, "funding", "{outcome}");
        let failed = "The payment for “Drafts” failed".to_owned();
        assert!(!app.subjects(&hired.client.email).contains(&failed), "{outcome}");
        let sessions = app.stripe_objects("checkout.session").await;
        assert_eq!(sessions.len(), 1, "no second payment page");
        app.settle(&id(&sessions[0]), "succeeded").await;
        assert_eq!(app.states(&hired, milestone).await.1, "funded", "{outcome}");
    }
}

#[tokio::test]
async fn only_a_failure_makes_room_for_another_try() {
    for (outcome, end) in [
        ("voucher", "failed"),
        ("bank_transfer", "canceled"),
        ("processing", "failed"),
    ] {
        let app = TestApp::new().await;
        let hired = app.hired().await;
        let milestone = &hired.milestones[0];
        app.pay(&hired, milestone, outcome).await;
        let session = id(&app.stripe_objects("checkout.session").await[0]);
        app.settle(&session, end).await;
        assert_eq!(
            app.states(&hired, milestone).await.1,
            "unfunded",
            "{outcome} {end}"
        );
        assert_eq!(
            app.subjects(&hired.client.email)[0],
            "The payment for “Drafts” failed"
        );
        app.fund(&hired, milestone).await;
        assert_eq!(app.states(&hired, milestone).await.1, "funded");
    }
}

#[tokio::test]
async fn a_voucher_runs_out() {
    let app = TestApp::new().await;
    let hired = app.hired().await;
    app.pay(&hired, &hired.milestones[0], "voucher").await;
    app.advance(3).await;
    let hired = app.sign_in(&hired).await;
    assert_eq!(app.states(&hired, &hired.milestones[0]).await.1, "unfunded");
}

#[tokio::test]
async fn a_bank_transfer_has_all_the_time() {
    let app = TestApp::new().await;
    let hired = app.hired().await;
    app.pay(&hired, &hired.milestones[0], "bank_transfer").await;
    app.advance(14).await;
    let hired = app.sign_in(&hired).await;
    assert_eq!(app.states(&hired, &hired.milestones[0]).await.1, "funding");
    let session = id(&app.stripe_objects("checkout.session").await[0]);
    app.settle(&session, "succeeded").await;
    assert_eq!(app.states(&hired, &hired.milestones[0]).await.1, "funded");
}
