// Written by `cargo xtask generate`, from here
mod accept_refund;
mod approve;
mod deadlines;
mod decline_refund;
mod fund;
mod offer_refund;
mod refunds_at_once;
mod refunds_die;
mod request_refund;
mod request_revision;
mod submit;
mod withdraw_refund;
mod worker;
// to here.
