//! What the processor says about a connected account, kept with its person.

use proconnect_payments::Account;
use proconnect_runtime::App;
use proconnect_store::{PayoutRecord, StoreError, Stored, UserRecord};

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
    let record = record(account);
    if user.payout.as_ref() == Some(&record) {
        return Ok(());
    }
    user.payout = Some(record);
    app.store.users().update(user, app.now()).await
}
