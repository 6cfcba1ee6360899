//! `GET /v1/payments/account`: whether one can be paid out.

use crate::payout_account;
use proconnect_api::PayoutAccount;
use proconnect_http::{ApiError, Caller, Json};
use proconnect_runtime::{App, Function};
use proconnect_store::StoreError;

/// Signed in: whether one can be paid out.
pub const FUNCTION: Function = proconnect_runtime::http!(GET "/v1/payments/account", handle);

/// The state of one's payout account. While it is not ready, the processor is asked, so that a webhook that is
/// late or lost keeps nobody waiting, and nothing that waits for the account.
pub async fn handle(app: &App, caller: Caller, (): ()) -> Result<Json<PayoutAccount>, ApiError> {
    let user = app.store.users().get(caller.user_id).await?;
    let mut user = user.ok_or_else(|| ApiError::account(None))?;
    if let Some(payout) = user.payout.clone().filter(|payout| !payout.transfers_active) {
        match app.payments()?.account(&payout.account_id).await {
            Ok(account) => match payout_account::keep(app, &mut user, account).await {
                // The webhook came at the same moment and said the same; or the account is not in use or the session has
                // ended, and who holds the token may still look.
                Ok(()) | Err(StoreError::Stale(_) | StoreError::Account(_) | StoreError::SessionEnded) => {}
                Err(error) => return Err(error.into()),
            },
            Err(error) => {
                tracing::warn!(error = %error, "the processor did not answer; the last known state is shown");
            }
        }
    }
    // A webhook that was lost has sent nothing of what waits.
    if user.payout.as_ref().is_some_and(|payout| payout.transfers_active) {
        payout_account::send_what_waits(app, caller.user_id).await?;
    }
    Ok(Json(match &user.payout {
        None => PayoutAccount::default(),
        Some(payout) => PayoutAccount {
            connected: true,
            details_submitted: payout.details_submitted,
            transfers_enabled: payout.transfers_active,
            payouts_enabled: payout.payouts_enabled,
            currently_due: payout.currently_due.clone(),
        },
    }))
}
