//! Payouts, history, invoices, Stripe's events.

// Written by `cargo xtask generate`, from here
pub mod account;
pub mod export;
pub mod get_invoice;
pub mod list;
pub mod on_stripe_event;
pub mod onboarding;
pub mod statement;
pub mod worker;

/// The functions of this domain.
#[rustfmt::skip]
pub const FUNCTIONS: &[proconnect_runtime::Function] = &[
    account::FUNCTION,
    export::FUNCTION,
    get_invoice::FUNCTION,
    list::FUNCTION,
    on_stripe_event::FUNCTION,
    onboarding::FUNCTION,
    statement::FUNCTION,
    worker::FUNCTION,
];
// to here.

mod chargeback;
mod csv;
mod funding;
mod invoice_page;
mod leg;
mod payout_account;
mod refund;
mod release;
mod statement_page;

use proconnect_domain::MilestoneId;
use proconnect_http::{ApiError, ErrorCode};
use proconnect_payments::GatewayError;
use proconnect_runtime::{App, HandlerError};
use proconnect_store::{ContractRecord, Stored};

/// The processor gave no usable answer; nothing is lost.
pub(crate) fn unavailable(error: GatewayError) -> ApiError {
    ApiError::of(ErrorCode::ProcessorUnavailable).caused_by(error)
}

/// Whether nothing was decided: it may have happened, or may go through later.
pub(crate) fn is_open(error: &GatewayError) -> bool {
    matches!(
        error,
        GatewayError::Unknown(_)
            | GatewayError::Unreadable(_)
            | GatewayError::Busy(_)
            | GatewayError::InsufficientBalance(_)
    )
}

/// The contract of a milestone that money moves for.
pub(crate) async fn contract(app: &App, id: MilestoneId) -> Result<Stored<ContractRecord>, HandlerError> {
    let found = app.store.contracts().get(id.contract_id()).await?;
    found.ok_or_else(|| format!("{id} is not of a contract that we know").into())
}
