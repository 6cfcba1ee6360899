//! SQS FIFO: applies what Stripe says, and sends released money. Every step may come twice.

use crate::{funding, payout_account, release};
use proconnect_domain::FundsStatus;
use proconnect_messaging::{LookAtStripeEvent, ReleasePayment};
use proconnect_payments::GatewayError;
use proconnect_runtime::{App, Function, HandlerError, Work};
use proconnect_store::Stored;

/// Two calls of Stripe for one message, of 10 s each at most. Stripe refuses more than 100 calls a second of a live account,
/// 25 of a sandbox.
pub const FUNCTION: Function = proconnect_runtime::sqs!(
    "payments.fifo",
    handle,
    batch = 1,
    worst = 20,
    timeout = 30,
    concurrency = 10,
    reserved = 10
);

proconnect_messaging::bodies! {
    /// What it is asked for.
    pub enum Asked {
        /// Money is to be sent.
        Release(ReleasePayment),
        /// The processor has news.
        Look(LookAtStripeEvent),
    }
}

/// Does one command. An error leaves the message in the queue, to be delivered again.
pub async fn handle(app: &App, work: Work<Asked>) -> Result<(), HandlerError> {
    match work.body {
        Asked::Release(release) => release::run(app, release.milestone_id).await,
        Asked::Look(event) => on_event(app, &event.event_type, &event.object_id).await,
    }
}

async fn on_event(app: &App, event_type: &str, object_id: &str) -> Result<(), HandlerError> {
    if event_type.starts_with("checkout.session.") {
        return match app.payments()?.checkout(object_id).await {
            Ok(session) => funding::apply(app, session).await,
            Err(GatewayError::NotFound(_)) => Ok(()),
            Err(error) => Err(error.into()),
        };
    }
    if event_type.starts_with("payment_intent.") {
        return match app.payments()?.checkout_of_intent(object_id).await? {
            Some(session) => funding::apply(app, session).await,
            None => Ok(()),
        };
    }
    if event_type == "account.updated" {
        return account_updated(app, object_id).await;
    }
    Ok(())
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
    if !ready {
        return Ok(());
    }
    for milestone in app.store.releases().blocked_of(user_id).await? {
        let contract = app.store.contracts().get(milestone.contract_id()).await?;
        let blocked = |contract: &Stored<proconnect_store::ContractRecord>| {
            contract
                .milestone(milestone)
                .is_some_and(|record| record.funds == FundsStatus::ReleaseBlocked)
        };
        if let Some(mut contract) = contract.filter(blocked) {
            app.store
                .releases()
                .unblock(&mut contract, milestone, app.now())
                .await?;
        }
        app.store
            .releases()
            .forget_blocked(user_id, milestone, app.now())
            .await?;
    }
    Ok(())
}
