// Written by `cargo xtask generate`, from here
mod account;
mod get_invoice;
mod list;
mod on_stripe_event;
mod onboarding;
mod worker;
// to here.
