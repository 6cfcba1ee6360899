//! `GET /v1/payments/account`: whether one can be paid out.

use crate::payout_account;
use proconnect_api::PayoutAccount;
use proconnect_http::{ApiError, Caller, Json};
use proconnect_messaging::LookAtStripeEvent;
use proconnect_runtime::{App, Function};
use proconnect_store::{PayoutRecord, StoreError, Stored, UserRecord};

/// Signed in: whether one can be paid out.
pub const FUNCTION: Function = proconnect_runtime::http!(GET "/v1/payments/account", handle);

/// The state of one's payout account. While it is not ready, the processor is asked, so that a webhook that is
/// late or lost keeps nobody waiting, and nothing that waits for the account.
pub async fn handle(app: &App, caller: Caller, (): ()) -> Result<Json<PayoutAccount>, ApiError> {
    let user = app.store.users().get(caller.user_id).await?;
    let mut user = user.ok_or_else(|| ApiError::account(None))?;
    let mut shown = user.payout.clone();
    if let Some(payout) = user.payout.clone().filter(|payout| !payout.transfers_active) {
        match app.payments()?.account(&payout.account_id).await {
            Ok(account) => {
                let news = shown.insert(payout_account::record(account)).clone();
                match learnt(app, &mut user, news).await {
                    // The webhook came at the same moment and said the same; or the account is not in use or the session has
                    // ended, and who holds the token may still look.
                    Ok(())
                    | Err(StoreError::Stale(_) | StoreError::Account(_) | StoreError::SessionEnded) => {}
                    Err(error) => return Err(error.into()),
                }
            }
            Err(error) => {
                tracing::warn!(error = %error, "the processor did not answer; the last known state is shown");
            }
        }
    }
    Ok(Json(match shown {
        None => PayoutAccount::default(),
        Some(payout) => PayoutAccount {
            connected: true,
            details_submitted: payout.details_submitted,
            transfers_enabled: payout.transfers_active,
            payouts_enabled: payout.payouts_enabled,
            currently_due: payout.currently_due,
        },
    }))
}

/// Keeps what is new of an account. Of one that is ready the worker keeps it, as if the webhook had come, and sends what waits: it
/// does both or is asked again.
async fn learnt(app: &App, user: &mut Stored<UserRecord>, news: PayoutRecord) -> Result<(), StoreError> {
    if !news.transfers_active {
        return payout_account::keep_record(app, user, news).await;
    }
    let look = LookAtStripeEvent {
        event_id: format!("seen by {}", user.id),
        event_type: "account.updated".to_owned(),
        object_id: news.account_id,
    };
    app.store.users().ask(&look, app.now()).await
}
