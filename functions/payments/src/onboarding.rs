//! `POST /v1/payments/onboarding`: a page of the processor where a freelancer sets up payouts.

use crate::{payout_account, unavailable};
use proconnect_domain::Role;
use proconnect_http::{ApiError, Caller, Created};
use proconnect_notices::Place;
use proconnect_rules::confirmed_user;
use proconnect_runtime::{App, Function};
use schemars::JsonSchema;
use serde::Serialize;

/// Freelancers: a page of Stripe's to set up payouts.
pub const FUNCTION: Function = proconnect_runtime::http!(POST "/v1/payments/onboarding", handle);

/// Where to go.
#[derive(Serialize, JsonSchema)]
pub struct Onboarding {
    /// The page; good for one visit, within minutes.
    url: String,
}

/// Makes the connected account, if there is none yet, and mints a link to its form: where the money goes is set there, so the
/// person has shown lately who they are.
pub async fn handle(app: &App, caller: Caller, (): ()) -> Result<Created<Onboarding>, ApiError> {
    if !caller.is(Role::Freelancer) {
        return Err(ApiError::forbidden("Only freelancers are paid out."));
    }
    // The processor is asked before anything is written.
    let mut user = confirmed_user(app, &caller).await?;
    let account_id = match &user.payout {
        Some(payout) => payout.account_id.clone(),
        None => {
            // The key names the person: dying before the account is stored leaves no second one.
            let created = app.payments()?.create_account(user.id, user.email.as_str()).await;
            let account = created.map_err(unavailable)?;
            let id = account.id.clone();
            payout_account::keep(app, &mut user, account).await?;
            id
        }
    };
    let page = Place::PayoutSetup.address(&app.config.public_url);
    let (refresh, back) = (format!("{page}?state=refresh"), format!("{page}?state=done"));
    let link = app
        .payments()?
        .onboarding_link(&account_id, &refresh, &back)
        .await;
    Ok(Created(Onboarding {
        url: link.map_err(unavailable)?,
    }))
}
