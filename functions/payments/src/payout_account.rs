//! What the processor says about a connected account, kept with its person.

use proconnect_domain::{FundsStatus, UserId};
use proconnect_payments::{Account, GatewayError};
use proconnect_runtime::{App, HandlerError};
use proconnect_store::{ContractRecord, PayoutRecord, StoreError, Stored, UserRecord};

/// The record of what the processor says.
pub(crate) fn record(account: Account) -> PayoutRecord {
    PayoutRecord {
        account_id: account.id,
        details_submitted: account.details_submitted,
        transfers_active: account.transfers_active,
        payouts_enabled: account.payouts_enabled,
        currently_due: account.currently_due,
    }
}

/// Keeps what the processor says, if it is news.
pub(crate) async fn keep(
    app: &App,
    user: &mut Stored<UserRecord>,
    account: Account,
) -> Result<(), StoreError> {
    keep_record(app, user, record(account)).await
}

/// The same of a record.
pub(crate) async fn keep_record(
    app: &App,
    user: &mut Stored<UserRecord>,
    record: PayoutRecord,
) -> Result<(), StoreError> {
    if user.payout.as_ref() == Some(&record) {
        return Ok(());
    }
    user.payout = Some(record);
    app.store.users().update(user, app.now()).await
}

/// Sends what waited for somebody's account. It may be done as often as one likes.
pub(crate) async fn send_what_waits(app: &App, user_id: UserId) -> Result<(), StoreError> {
    for milestone in app.store.releases().blocked_of(user_id).await? {
        let contract = app.store.contracts().get(milestone.contract_id()).await?;
        let blocked = |contract: &Stored<ContractRecord>| {
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

/// Asks the processor whether it still takes an account for ready, and keeps what it says. One that it no longer knows, or that has
/// disconnected from the platform, is not.
pub(crate) async fn is_ready_still(app: &App, user_id: UserId) -> Result<bool, HandlerError> {
    let Some(mut user) = app.store.users().get(user_id).await? else {
        return Ok(false);
    };
    let Some(mut known) = user.payout.clone() else {
        return Ok(false);
    };
    known = match app.payments()?.account(&known.account_id).await {
        Ok(account) => record(account),
        Err(GatewayError::NotFound(_) | GatewayError::AccountNotReady(_)) => PayoutRecord {
            transfers_active: false,
            ..known
        },
        Err(error) => return Err(error.into()),
    };
    let is_ready = known.transfers_active;
    keep_record(app, &mut user, known).await?;
    Ok(is_ready)
}
