//! SQS FIFO: applies what Stripe says, and sends released money. Every step may come twice.

use crate::funding::Hint;
use crate::{chargeback, funding, leg, payout_account, refund, release};
use proconnect_messaging::{LookAtStripeEvent, RefundPart, ReleasePayment, ReturnPayment};
use proconnect_payments::GatewayError;
use proconnect_runtime::{App, Function, HandlerError, Work};

/// Three calls of Stripe for one message, of 10 s each at most. Stripe refuses more than 100 calls a second of a live account,
/// 25 of a sandbox.
pub const FUNCTION: Function = proconnect_runtime::sqs!(
    "payments.fifo",
    handle,
    batch = 1,
    worst = 30,
    timeout = 34,
    concurrency = 10,
    reserved = 10
);

proconnect_messaging::bodies! {
    /// What it is asked for.
    pub enum Asked {
        /// Money is to be sent.
        Release(ReleasePayment),
        /// A second payment is to be given back.
        Return(ReturnPayment),
        /// What a dispute gave the client, or the two agreed on, is to be given back.
        Refund(RefundPart),
        /// The processor has news.
        Look(LookAtStripeEvent),
    }
}

/// Does one command. An error leaves the message in the queue, to be delivered again.
pub async fn handle(app: &App, work: Work<Asked>) -> Result<(), HandlerError> {
    match work.body {
        Asked::Release(release) => release::run(app, release.milestone_id).await,
        Asked::Return(second) => refund::run(app, second).await,
        Asked::Refund(part) => leg::run(app, &part).await,
        Asked::Look(event) => {
            let outcome = look(app, &event.event_type, &event.object_id).await;
            outcome.or_else(|error| finished(&event, error))
        }
    }
}

/// What nobody can know more about by asking again is finished: an object that the processor does not know, or that is none
/// of ours. What this release does not understand is asked for again, and a person is told.
fn finished(event: &LookAtStripeEvent, error: HandlerError) -> Result<(), HandlerError> {
    let (id, kind) = (event.event_id.as_str(), event.event_type.as_str());
    match error.downcast_ref() {
        // Of an account that has disconnected from the platform, Stripe says that the key has no access (403).
        Some(GatewayError::NotFound(_) | GatewayError::AccountNotReady(_)) => {
            tracing::info!(event.id = id, event.kind = kind, error = %error, "an event about nothing of ours");
            Ok(())
        }
        Some(GatewayError::Unreadable(_)) => {
            tracing::error!(needs_person = true, event.id = id, event.kind = kind, error = %error, "the processor says something new");
            Err(error)
        }
        _ => Err(error),
    }
}

async fn look(app: &App, event_type: &str, object_id: &str) -> Result<(), HandlerError> {
    match event_type {
        "checkout.session.async_payment_failed" => {
            let session = app.payments()?.checkout(object_id).await?;
            funding::apply(app, session, Hint::Failed).await
        }
        _ if event_type.starts_with("checkout.session.") => {
            let session = app.payments()?.checkout(object_id).await?;
            funding::apply(app, session, Hint::None).await
        }
        _ if event_type.starts_with("payment_intent.") => {
            match app.payments()?.checkout_of_intent(object_id).await? {
                Some(session) => funding::apply(app, session, Hint::None).await,
                None => Ok(()),
            }
        }
        // Both speak of a refund; so do `refund.created`, `refund.updated` and `refund.failed`.
        "charge.refund.updated" => refund::look(app, object_id).await,
        _ if event_type.starts_with("refund.") => refund::look(app, object_id).await,
        _ if event_type.starts_with("charge.dispute.") => chargeback::look(app, object_id).await,
        _ if event_type.starts_with("radar.early_fraud_warning.") => chargeback::warned(app, object_id).await,
        "account.updated" => account_updated(app, object_id).await,
        _ => Ok(()),
    }
}

/// Keeps the account's state, and sends what waited for it.
async fn account_updated(app: &App, account_id: &str) -> Result<(), HandlerError> {
    let account = app.payments()?.account(account_id).await?;
    let Some(user_id) = account.user_id else {
        return Ok(());
    };
    let Some(mut user) = app.store.users().get(user_id).await? else {
        return Ok(());
    };
    let ready = account.transfers_active;
    payout_account::keep(app, &mut user, account).await?;
    if ready {
        payout_account::send_what_waits(app, user_id).await?;
    }
    Ok(())
}
