//! `POST /v1/milestones/{milestoneId}/fund`: opens a hosted Checkout page for a milestone.

use crate::{require, require_active};
use proconnect_domain::{FundsEvent, FundsStatus, MilestoneId};
use proconnect_events::Fact;
use proconnect_http::{ApiError, Caller, Created, ErrorCode, Path};
use proconnect_notices::Place;
use proconnect_payments::{CheckoutRequest, CheckoutSession, CheckoutStatus, GatewayError, IntentStatus};
use proconnect_rules::{in_use, stands};
use proconnect_runtime::{App, Function};
use proconnect_store::{Checkout, ContractRecord, MilestoneRecord, Refused, Side, StoreError, Stored};
use schemars::JsonSchema;
use serde::Serialize;

/// Its client: opens a Checkout page.
pub const FUNCTION: Function = proconnect_runtime::http!(POST "/v1/milestones/{milestoneId}/fund", handle);

/// Where to pay.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Funding {
    /// The hosted page. Coming back from it proves nothing: the milestone is funded once the webhook said so.
    checkout_url: String,
}

/// Opens the page. While it is open, the same page is answered again.
pub async fn handle(
    app: &App,
    caller: Caller,
    Path(id): Path<MilestoneId>,
) -> Result<Created<Funding>, ApiError> {
    let now = app.now();
    let found = app
        .store
        .milestones()
        .to_fund(id, caller.user_id, caller.session_id)
        .await?;
    let mut contract = found.contract.ok_or_else(|| ApiError::not_found("milestone"))?;
    let user = found.user.ok_or_else(|| ApiError::account(None))?;
    let milestone = require(&contract, id, &caller, Side::Client)?.clone();
    // The processor is asked before anything is written.
    in_use(user.status)?;
    stands(&user, found.session.as_deref(), now)?;
    require_active(&contract, &milestone)?;
    if let Some(url) = open_page(app, &milestone).await? {
        return Ok(Created(Funding { checkout_url: url }));
    }

    // Until the answer is stored, the attempt keeps its number, and so the processor's idempotency key: dying in
    // between leaves no second page.
    let attempt = milestone.funding_attempts + 1;
    let request = request_for(app, &contract, &milestone, attempt, user.email.as_str());
    let session = app
        .payments()?
        .create_checkout(&request)
        .await
        .map_err(unavailable)?;
    let url = session
        .url
        .clone()
        .ok_or_else(|| unavailable(GatewayError::Unknown("no page".to_owned())))?;
    let facts = record(&mut contract, id, attempt, &session, &url)?;
    let milestones = app.store.milestones();
    // A page that is not kept is shown to nobody, and closes by itself.
    milestones
        .open_checkout(&contract, facts, now)
        .await
        .map_err(refusal)?;
    Ok(Created(Funding { checkout_url: url }))
}

fn refusal(error: StoreError) -> ApiError {
    match error {
        error if error.is_refused(Refused::Freelancer) => ApiError::new(
            ErrorCode::InvalidState,
            "This freelancer can't take on work at the moment, so nothing is paid for it. Work that was handed in can be \
             approved.",
        ),
        error => error.into(),
    }
}

/// The page that is still open, if any. A page that was closed unpaid makes room for another attempt.
async fn open_page(app: &App, milestone: &MilestoneRecord) -> Result<Option<String>, ApiError> {
    match (milestone.funds, &milestone.checkout) {
        (FundsStatus::Unfunded, _) => Ok(None),
        (FundsStatus::CheckoutOpen, Some(checkout)) if app.now() < checkout.expires_at => {
            Ok(Some(checkout.url.clone()))
        }
        (FundsStatus::CheckoutOpen, Some(checkout)) => {
            let session = app
                .payments()?
                .checkout(&checkout.session_id)
                .await
                .map_err(unavailable)?;
            // An expired page has let go of its payment, unless that was with the bank already.
            let is_unpaid = !matches!(
                session.intent,
                IntentStatus::Succeeded | IntentStatus::Processing | IntentStatus::Unknown
            );
            if session.status == CheckoutStatus::Expired && is_unpaid {
                return Ok(None);
            }
            Err(ApiError::new(
                ErrorCode::InvalidState,
                "The payment is being confirmed.",
            ))
        }
        (FundsStatus::CheckoutOpen, None) => Ok(None),
        (FundsStatus::Funding, _) => Err(ApiError::new(
            ErrorCode::InvalidState,
            "The payment is on its way; it takes a few days.",
        )),
        _ => Err(ApiError::of(ErrorCode::AlreadyFunded)),
    }
}

fn request_for(
    app: &App,
    contract: &ContractRecord,
    milestone: &MilestoneRecord,
    attempt: u32,
    email: &str,
) -> CheckoutRequest {
    let page = Place::Contract(contract.id).address(&app.config.public_url);
    CheckoutRequest {
        milestone_id: milestone.id,
        attempt,
        amount: milestone.amount,
        description: format!("{}: {}", contract.task_title, milestone.title),
        customer_email: email.to_owned(),
        success_url: format!("{page}?funding=success&milestone={}", milestone.id),
        cancel_url: format!("{page}?funding=cancelled&milestone={}", milestone.id),
    }
}

fn record(
    contract: &mut Stored<ContractRecord>,
    id: MilestoneId,
    attempt: u32,
    session: &CheckoutSession,
    url: &str,
) -> Result<Vec<Fact>, ApiError> {
    let mut facts = Vec::new();
    let before = contract.clone();
    let milestone = contract
        .milestone_mut(id)
        .ok_or_else(|| ApiError::not_found("milestone"))?;
    if milestone.funds == FundsStatus::CheckoutOpen {
        milestone.funds = milestone.funds.apply(FundsEvent::CheckoutExpired)?;
        facts.push(before.checkout_expired(milestone));
    }
    milestone.funds = milestone.funds.apply(FundsEvent::OpenCheckout)?;
    milestone.funding_attempts = attempt;
    milestone.checkout = Some(Checkout {
        session_id: session.id.clone(),
        url: url.to_owned(),
        expires_at: session.expires_at,
    });
    facts.push(before.checkout_opened(milestone));
    Ok(facts)
}

fn unavailable(error: GatewayError) -> ApiError {
    ApiError::of(ErrorCode::ProcessorUnavailable).caused_by(error)
}
