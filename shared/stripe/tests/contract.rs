//! The adapter against the stand-in: every call of the port, over HTTP, through `async-stripe`.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a failed expectation is a failed test"
)]

#[path = "contract/chargebacks.rs"]
mod chargebacks;
#[path = "contract/world.rs"]
mod world;

use proconnect_domain::{ContractId, Currency, MilestoneId, Money, PaymentId, TypedId, UserId};
use proconnect_payments::{
    CheckoutRequest, CheckoutStatus, GatewayError, IntentStatus, PaymentGateway, RefundReason, RefundRequest,
    RefundStatus, TransferRequest,
};
use proconnect_stripe::StripeGateway;
use std::future::IntoFuture;
use std::sync::Arc;
use stripe_local::{Config, StripeLocal};
use world::{checkout, milestone, refund, transfer, user, world};

#[tokio::test]
async fn an_account_is_made_once_and_onboards() {
    let world = world().await;
    let account = world
        .gateway
        .create_account(user(), "a@example.com")
        .await
        .unwrap();
    assert_eq!(
        world
            .gateway
            .create_account(user(), "a@example.com")
            .await
            .unwrap(),
        account
    );
    assert_eq!((account.user_id, account.transfers_active), (Some(user()), false));
    assert!(!account.currently_due.is_empty());
    assert_eq!(world.ready_account().await, account.id);
    let ready = world.gateway.account(&account.id).await.unwrap();
    assert!(ready.transfers_active && ready.payouts_enabled && ready.details_submitted);
    assert!(matches!(
        world.gateway.account("acct_none").await,
        Err(GatewayError::NotFound(_))
    ));
}

#[tokio::test]
async fn a_paid_session_has_a_charge_and_its_fee() {
    let world = world().await;
    let session = world.gateway.create_checkout(&checkout(1)).await.unwrap();
    assert_eq!(
        world.gateway.create_checkout(&checkout(1)).await.unwrap().id,
        session.id
    );
    assert_eq!(
        (session.status, session.intent),
        (CheckoutStatus::Open, IntentStatus::RequiresPayment)
    );
    assert_eq!((session.milestone_id, session.attempt), (milestone(), Some(1)));

    let url = session.url.clone().unwrap();
    world.visit(&url, "declined").await;
    let declined = world.gateway.checkout(&session.id).await.unwrap();
    assert_eq!(
        (declined.status, declined.intent),
        (CheckoutStatus::Open, IntentStatus::Failed)
    );
    world.visit(&url, "paid").await;
    world.visit(&url, "paid").await;
    let paid = world.gateway.checkout(&session.id).await.unwrap();
    assert_eq!(
        (paid.status, paid.intent),
        (CheckoutStatus::Complete, IntentStatus::Succeeded)
    );
    assert_eq!(paid.processor_fee, Some(Money::new(2930, Currency::Usd)));
    let by_intent = world
        .gateway
        .checkout_of_intent(&paid.payment_intent_id.clone().unwrap())
        .await
        .unwrap();
    assert_eq!(by_intent, Some(paid));
    let none = world.gateway.checkout_of_intent("pi_none").await;
    assert!(matches!(none, Err(GatewayError::NotFound(_))), "{none:?}");
}

#[tokio::test]
async fn a_slow_payment_is_processing() {
    let world = world().await;
    let session = world.gateway.create_checkout(&checkout(1)).await.unwrap();
    world.visit(&session.url.unwrap(), "async_failed").await;
    let found = world.gateway.checkout(&session.id).await.unwrap();
    assert_eq!(
        (found.status, found.intent),
        (CheckoutStatus::Complete, IntentStatus::Processing)
    );
    world.stripe.tick().unwrap();
    assert_eq!(
        world.gateway.checkout(&session.id).await.unwrap().intent,
        IntentStatus::Processing
    );
}

#[tokio::test]
async fn a_voucher_and_a_bank_transfer_await_their_payer() {
    let world = world().await;
    for (attempt, outcome, end, intent) in [
        (1, "voucher", "succeeded", IntentStatus::Succeeded),
        (2, "voucher", "failed", IntentStatus::Failed),
        (3, "bank_transfer", "canceled", IntentStatus::Canceled),
    ] {
        let session = world.gateway.create_checkout(&checkout(attempt)).await.unwrap();
        world.visit(&session.url.unwrap(), outcome).await;
        let found = world.gateway.checkout(&session.id).await.unwrap();
        assert_eq!(
            (found.status, found.intent),
            (CheckoutStatus::Complete, IntentStatus::AwaitsPayer)
        );
        let body = format!(r#"{{"session":"{}","outcome":"{end}"}}"#, session.id);
        world.post("/_control/settle", "application/json", &body).await;
        let found = world.gateway.checkout(&session.id).await.unwrap();
        assert_eq!(
            (found.status, found.intent),
            (CheckoutStatus::Complete, intent),
            "{outcome}"
        );
    }
}

/// Stripe adds words to its enums without asking. Each that we read is tried with one.
#[tokio::test]
async fn a_new_word_is_neither_success_nor_failure() {
    let world = world().await;
    let session = world.gateway.create_checkout(&checkout(1)).await.unwrap();
    world.visit(&session.url.unwrap(), "voucher").await;
    let intent = world
        .gateway
        .checkout(&session.id)
        .await
        .unwrap()
        .payment_intent_id
        .unwrap();
    world
        .change("payment_intent", &intent, "/status", r#""brand_new""#)
        .await;
    assert_eq!(
        world.gateway.checkout(&session.id).await.unwrap().intent,
        IntentStatus::Unknown
    );
    world
        .change("payment_intent", &intent, "/status", r#""requires_capture""#)
        .await;
    assert_eq!(
        world.gateway.checkout(&session.id).await.unwrap().intent,
        IntentStatus::Unknown
    );
    for word in [r#""brand_new""#, "null"] {
        world
            .change("checkout.session", &session.id, "/status", word)
            .await;
        let found = world.gateway.checkout(&session.id).await;
        assert!(matches!(found, Err(GatewayError::Unreadable(_))), "{found:?}");
    }
    world
        .change("checkout.session", &session.id, "/status", r#""complete""#)
        .await;
    world
        .change("checkout.session", &session.id, "/currency", r#""jpy""#)
        .await;
    let found = world.gateway.checkout(&session.id).await;
    assert!(matches!(found, Err(GatewayError::Unreadable(_))), "{found:?}");
    // What is not ours may be in any currency.
    world
        .change("checkout.session", &session.id, "/metadata", "{}")
        .await;
    let found = world.gateway.checkout(&session.id).await;
    assert!(matches!(found, Err(GatewayError::NotFound(_))), "{found:?}");

    let account = world.ready_account().await;
    world
        .change("account", &account, "/capabilities/transfers", r#""brand_new""#)
        .await;
    let found = world.gateway.account(&account).await;
    assert!(matches!(found, Err(GatewayError::Unreadable(_))), "{found:?}");
    for word in ["pending", "inactive"] {
        world
            .change(
                "account",
                &account,
                "/capabilities/transfers",
                &format!("{word:?}"),
            )
            .await;
        assert!(!world.gateway.account(&account).await.unwrap().transfers_active);
    }

    let refund = world
        .gateway
        .create_refund(&refund(world.paid_charge(2).await))
        .await
        .unwrap();
    for (word, status) in [
        ("pending", RefundStatus::Pending),
        ("requires_action", RefundStatus::Pending),
        ("succeeded", RefundStatus::Succeeded),
        ("failed", RefundStatus::Failed),
        ("canceled", RefundStatus::Failed),
    ] {
        world
            .change("refund", &refund.id, "/status", &format!("{word:?}"))
            .await;
        assert_eq!(
            world.gateway.refund(&refund.id).await.unwrap().status,
            status,
            "{word}"
        );
    }
    world
        .change("refund", &refund.id, "/status", r#""brand_new""#)
        .await;
    let found = world.gateway.refund(&refund.id).await;
    assert!(matches!(found, Err(GatewayError::Unreadable(_))), "{found:?}");
}

#[tokio::test]
async fn a_charge_is_given_back_once() {
    let world = world().await;
    let request = refund(world.paid_charge(1).await);
    world.fail_next("/v1/refunds", true).await;
    let lost = world.gateway.create_refund(&request).await;
    assert!(matches!(lost, Err(GatewayError::Unknown(_))), "{lost:?}");
    let receipt = world.gateway.create_refund(&request).await.unwrap();
    assert_eq!(receipt.amount, Money::new(100_000, Currency::Usd));
    assert_eq!(receipt.of, Some((milestone(), request.payment_id)));
    assert_eq!(world.gateway.refund(&receipt.id).await.unwrap(), receipt);
    // As if the key were forgotten: what was given back already is found.
    let again = RefundRequest {
        payment_id: PaymentId::from_ulid(ulid::Ulid(8)),
        ..request
    };
    assert_eq!(world.gateway.create_refund(&again).await.unwrap(), receipt);
    let none = refund("ch_none".to_owned());
    let none = world
        .gateway
        .create_refund(&RefundRequest {
            payment_id: PaymentId::from_ulid(ulid::Ulid(9)),
            ..none
        })
        .await;
    assert!(matches!(none, Err(GatewayError::NotFound(_))), "{none:?}");
}

#[tokio::test]
async fn parts_of_a_charge_are_given_back_each_once_and_never_more_than_it() {
    let world = world().await;
    let charge = world.paid_charge(1).await;
    let part = |number: u128, amount: i64| RefundRequest {
        payment_id: PaymentId::from_ulid(ulid::Ulid(number)),
        why: RefundReason::Decided(Money::new(amount, Currency::Usd)),
        attempt: 1,
        ..refund(charge.clone())
    };
    let gateway = &world.gateway;
    assert_eq!(
        gateway.refund_made(&charge, part(1, 0).payment_id).await,
        Ok(None)
    );
    world.fail_next("/v1/refunds", true).await;
    let lost = gateway.create_refund(&part(1, 30_000)).await;
    assert!(matches!(lost, Err(GatewayError::Unknown(_))), "{lost:?}");
    let receipt = gateway.create_refund(&part(1, 30_000)).await.unwrap();
    assert_eq!(receipt.amount, Money::new(30_000, Currency::Usd));
    let made = gateway.refund_made(&charge, part(1, 0).payment_id).await;
    assert_eq!(made, Ok(Some(receipt)));
    let too_much = gateway.create_refund(&part(2, 70_001)).await;
    assert!(matches!(too_much, Err(GatewayError::Refused(_))), "{too_much:?}");
    gateway.create_refund(&part(3, 70_000)).await.unwrap();
    // All of it is back: another line of history does not take these for its own.
    let nothing_left = gateway.create_refund(&part(4, 1)).await;
    assert!(
        matches!(nothing_left, Err(GatewayError::AlreadyRefunded(_))),
        "{nothing_left:?}"
    );
}

#[tokio::test]
async fn no_id_leads_elsewhere() {
    let world = world().await;
    let account = world.ready_account().await;
    let path = format!("../accounts/{account}");
    let gateway = &world.gateway;
    assert!(matches!(
        gateway.checkout(&path).await,
        Err(GatewayError::NotFound(_))
    ));
    assert!(matches!(
        gateway.checkout_of_intent(&path).await,
        Err(GatewayError::NotFound(_))
    ));
    assert!(matches!(
        gateway.close_checkout(&path).await,
        Err(GatewayError::NotFound(_))
    ));
    assert!(matches!(
        gateway.refund(&path).await,
        Err(GatewayError::NotFound(_))
    ));
    for id in [path.as_str(), "../balance", "..", "", "%2e%2e", &"x".repeat(300)] {
        assert!(
            matches!(gateway.account(id).await, Err(GatewayError::NotFound(_))),
            "{id}"
        );
    }
}

#[tokio::test]
async fn a_page_that_was_closed_cannot_be_paid() {
    let world = world().await;
    let session = world.gateway.create_checkout(&checkout(1)).await.unwrap();
    world.gateway.close_checkout(&session.id).await.unwrap();
    world.visit(&session.url.unwrap(), "paid").await;
    let found = world.gateway.checkout(&session.id).await.unwrap();
    assert_eq!(
        (found.status, found.intent),
        (CheckoutStatus::Expired, IntentStatus::RequiresPayment)
    );
    assert!(matches!(
        world.gateway.close_checkout(&session.id).await,
        Err(GatewayError::Refused(_))
    ));
}

#[tokio::test]
async fn a_transfer_is_made_once_whatever_gets_lost() {
    let world = world().await;
    let (charge, account) = (world.paid_charge(1).await, world.ready_account().await);
    let request = transfer(account, charge, 1);
    world.fail_next("/v1/transfers", true).await;
    assert!(matches!(
        world.gateway.create_transfer(&request).await,
        Err(GatewayError::Unknown(_))
    ));
    let receipt = world.gateway.create_transfer(&request).await.unwrap();
    assert_eq!(world.gateway.create_transfer(&request).await.unwrap(), receipt);
    assert_eq!(world.gateway.transfers_of(milestone()).await.unwrap(), [receipt]);
}

#[tokio::test]
async fn refusals_are_told_apart() {
    let world = world().await;
    let charge = world.paid_charge(1).await;
    let account = world
        .gateway
        .create_account(user(), "a@example.com")
        .await
        .unwrap()
        .id;
    let refused = world
        .gateway
        .create_transfer(&transfer(account, charge.clone(), 1))
        .await;
    assert!(
        matches!(refused, Err(GatewayError::AccountNotReady(_))),
        "{refused:?}"
    );
    let unknown = world
        .gateway
        .create_transfer(&transfer("acct_none".to_owned(), charge, 2))
        .await;
    assert!(matches!(unknown, Err(GatewayError::NotFound(_))), "{unknown:?}");
    world.fail_next("/v1/accounts", false).await;
    assert!(matches!(
        world.gateway.account("acct_x").await,
        Err(GatewayError::Unknown(_))
    ));
    let stranger = StripeGateway::new("sk_live_x", Some(&world.origin)).unwrap();
    // A key that was rolled is mended by a person; nothing is given up for it.
    assert!(matches!(
        stranger.account("acct_x").await,
        Err(GatewayError::Busy(_))
    ));
}
