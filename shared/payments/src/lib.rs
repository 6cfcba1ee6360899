//! The payment port, webhook verification and the ledger rules.
//!
//! Nothing here knows Stripe's client library: the adapter lives in `shared/stripe`, so that only the
//! payment functions link it.

#![warn(missing_docs)]

pub mod chain;
mod gateway;
pub mod ledger;
pub mod webhook;

pub use gateway::{
    Account, Chargeback, CheckoutRequest, CheckoutSession, CheckoutStatus, FraudWarning, GatewayError,
    IntentStatus, Movement, PaymentGateway, RefundReason, RefundReceipt, RefundRequest, RefundStatus,
    TransferReceipt, TransferRequest,
};
