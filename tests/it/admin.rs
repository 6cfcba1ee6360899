// Written by `cargo xtask generate`, from here
mod list_disputes;
mod list_stuck_payments;
mod resolve_dispute;
mod resolve_payment;
mod retry_payment;
// to here.
