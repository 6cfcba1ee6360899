//! Chargebacks and warnings of fraud.

use super::world::{milestone, refund, world};
use proconnect_domain::ChargebackStatus;
use proconnect_payments::{Chargeback, GatewayError, PaymentGateway};

/// What a bank wants back, in each of its states, with what it moved.
#[tokio::test]
async fn a_chargeback_says_what_it_moved_and_until_when_it_is_answered() {
    let world = world().await;
    let charge = world.paid_charge(1).await;
    let body = format!(r#"{{"charge":"{charge}"}}"#);
    world
        .post("/_control/charge_back", "application/json", &body)
        .await;
    let id = world.newest("dispute").await;
    let open = world.gateway.chargeback(&id).await.unwrap();
    assert_eq!(
        (open.milestone_id, &open.charge_id, open.status),
        (milestone(), &charge, ChargebackStatus::Open)
    );
    assert!(open.answer_by.is_some() && open.payment_intent_id.is_some());
    let moved = |found: &Chargeback| -> Vec<(i64, i64)> {
        let movements = found.movements.iter();
        movements
            .map(|moved| (moved.amount.amount, moved.fee.amount))
            .collect()
    };
    assert_eq!(moved(&open), [(-100_000, 1_500)]);
    let refused = world.gateway.create_refund(&refund(charge)).await;
    assert!(matches!(refused, Err(GatewayError::Refused(_))), "{refused:?}");
    for (turn, status) in [
        ("answer", ChargebackStatus::Open),
        ("lose", ChargebackStatus::Lost),
        ("win", ChargebackStatus::Won),
    ] {
        let body = format!(r#"{{"dispute":"{id}","turn":"{turn}"}}"#);
        world.post("/_control/dispute", "application/json", &body).await;
        let found = world.gateway.chargeback(&id).await.unwrap();
        assert_eq!((found.status, found.answer_by), (status, None), "{turn}");
    }
    let won = world.gateway.chargeback(&id).await.unwrap();
    assert_eq!(moved(&won), [(-100_000, 1_500), (100_000, 0)]);
    world.change("dispute", &id, "/status", r#""brand_new""#).await;
    let found = world.gateway.chargeback(&id).await;
    assert!(matches!(found, Err(GatewayError::Unreadable(_))), "{found:?}");
}

#[tokio::test]
async fn a_warning_names_its_charge() {
    let world = world().await;
    let charge = world.paid_charge(1).await;
    let body = format!(r#"{{"charge":"{charge}"}}"#);
    world.post("/_control/warn", "application/json", &body).await;
    let id = world.newest("radar.early_fraud_warning").await;
    let found = world.gateway.fraud_warning(&id).await.unwrap();
    assert_eq!((found.milestone_id, found.charge_id), (milestone(), charge));
    for id in ["issfr_none", "../balance"] {
        let none = world.gateway.fraud_warning(id).await;
        assert!(matches!(none, Err(GatewayError::NotFound(_))), "{none:?}");
    }
}
