//! Sends released money, exactly once: each attempt has one idempotency key, kept while its outcome is unknown.

use crate::payout_account;
use proconnect_domain::{FundsEvent, FundsStatus, HOUR, MilestoneId};
use proconnect_payments::{GatewayError, TransferRequest};
use proconnect_runtime::{App, HandlerError};
use proconnect_store::{BillingDetails, ContractRecord, MilestoneRecord, Stored};
use std::time::Duration;

/// Stripe may forget a key after 24 hours; from here on the key is not used again.
const KEY_LIFE: Duration = Duration::from_secs(23 * HOUR.as_secs());

type Contract = Stored<ContractRecord>;

/// Brings a queued release to its end, or to where it has to wait.
pub(crate) async fn run(app: &App, id: MilestoneId) -> Result<(), HandlerError> {
    let Some(mut contract) = app.store.contracts().get(id.contract_id()).await? else {
        return Err(format!("{id} is not of a contract that we know").into());
    };
    let is_held_back = contract.is_held_back(id);
    match milestone(&contract, id)?.funds {
        // Ordered again once the bank has decided, or an admin has looked.
        FundsStatus::ReleaseQueued if is_held_back => return Ok(()),
        FundsStatus::ReleaseQueued => app.store.releases().claim(&mut contract, id, app.now()).await?,
        // Somebody died in the middle, or the answer got lost: the same attempt goes on.
        FundsStatus::Releasing | FundsStatus::ReleaseUnknown => {
            if settle_old_attempt(app, &mut contract, id, is_held_back).await? {
                return Ok(());
            }
        }
        // Done, or waiting for somebody.
        _ => return Ok(()),
    }
    let user = app.store.users().get(contract.freelancer.id).await?;
    let payout = user
        .as_ref()
        .and_then(|user| user.payout.as_ref())
        .filter(|payout| payout.transfers_active);
    let Some(payout) = payout else {
        return blocked(app, &mut contract, id).await;
    };
    let request = request_for(milestone(&contract, id)?, payout.account_id.clone())?;
    match app.payments()?.create_transfer(&request).await {
        Ok(receipt) => Ok(app
            .store
            .releases()
            .sent(&mut contract, id, receipt.id, seller(app), app.now())
            .await?),
        Err(error) => refused(app, &mut contract, id, error).await,
    }
}

/// Who takes the fee.
fn seller(app: &App) -> BillingDetails {
    BillingDetails::of_platform(app.config.platform_seller.as_deref())
}

fn milestone(contract: &ContractRecord, id: MilestoneId) -> Result<&MilestoneRecord, HandlerError> {
    contract
        .milestone(id)
        .ok_or_else(|| format!("{id} is not in its contract").into())
}

fn request_for(milestone: &MilestoneRecord, destination: String) -> Result<TransferRequest, HandlerError> {
    Ok(TransferRequest {
        milestone_id: milestone.id,
        attempt: milestone.release_attempts,
        amount: milestone.payout()?,
        destination,
        source_transaction: milestone
            .charge_id
            .clone()
            .ok_or("a released milestone has no charge")?,
    })
}

/// An attempt older than its key, or one that may not go on now, is settled by the processor's list: `true` when the transfer is
/// there. When it is not, it was never made, and a new attempt is claimed, or waits (`true` as well).
async fn settle_old_attempt(
    app: &App,
    contract: &mut Contract,
    id: MilestoneId,
    is_held_back: bool,
) -> Result<bool, HandlerError> {
    let (record, now) = (milestone(contract, id)?.clone(), app.now());
    let is_young = now.saturating_since(record.release_began_at.unwrap_or(now)) < KEY_LIFE;
    if is_young && !is_held_back {
        return Ok(false);
    }
    let releases = app.store.releases();
    let payout = record.payout()?;
    let made = app.payments()?.transfers_of(id).await?;
    if let Some(receipt) = made.into_iter().find(|receipt| receipt.amount == payout) {
        releases.sent(contract, id, receipt.id, seller(app), now).await?;
        return Ok(true);
    }
    if record.funds == FundsStatus::Releasing {
        releases.unknown(contract, id, now).await?;
    }
    releases
        .again(contract, id, FundsEvent::RetryRelease, now)
        .await?;
    if is_held_back {
        return Ok(true);
    }
    releases.claim(contract, id, now).await?;
    Ok(false)
}

async fn refused(
    app: &App,
    contract: &mut Contract,
    id: MilestoneId,
    error: GatewayError,
) -> Result<(), HandlerError> {
    let (releases, now) = (app.store.releases(), app.now());
    match &error {
        GatewayError::AccountNotReady(_) => return not_ready(app, contract, id, error).await,
        GatewayError::Refused(_) | GatewayError::NotFound(_) | GatewayError::AlreadyRefunded(_) => {
            tracing::error!(needs_person = true, milestone.id = %id, error = %error, "a payout was refused");
            return Ok(releases.failed(contract, id, now).await?);
        }
        GatewayError::InsufficientBalance(_) => {
            releases
                .again(contract, id, FundsEvent::BalanceInsufficient, now)
                .await?;
        }
        GatewayError::Unknown(_) | GatewayError::Unreadable(_) | GatewayError::Busy(_) => {
            if milestone(contract, id)?.funds == FundsStatus::Releasing {
                releases.unknown(contract, id, now).await?;
            }
        }
    }
    // The message stays in the queue and comes again.
    Err(error.into())
}

/// The processor refuses an account that we take for ready: what it says of the account is kept before the release waits for it, or
/// it would be queued again at once, and refused, without end. Where it contradicts itself, it is asked again later.
async fn not_ready(
    app: &App,
    contract: &mut Contract,
    id: MilestoneId,
    refusal: GatewayError,
) -> Result<(), HandlerError> {
    if payout_account::is_ready_still(app, contract.freelancer.id).await? {
        app.store
            .releases()
            .again(contract, id, FundsEvent::BalanceInsufficient, app.now())
            .await?;
        return Err(refusal.into());
    }
    blocked(app, contract, id).await
}

/// The release waits for the account. If that became ready at this very moment, it is queued again at once.
async fn blocked(app: &App, contract: &mut Contract, id: MilestoneId) -> Result<(), HandlerError> {
    app.store.releases().blocked(contract, id, app.now()).await?;
    let freelancer = contract.freelancer.id;
    let payout = app
        .store
        .users()
        .get(freelancer)
        .await?
        .and_then(|user| user.payout.clone());
    if payout.is_some_and(|payout| payout.transfers_active) {
        payout_account::send_what_waits(app, freelancer).await?;
    }
    Ok(())
}
