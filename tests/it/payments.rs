// Written by `cargo xtask generate`, from here
mod account;
mod at_once;
mod chargeback;
mod currencies;
mod export;
mod get_invoice;
mod histories;
mod list;
mod new_words;
mod on_stripe_event;
mod onboarding;
mod second_charge;
mod slow_payment;
mod statement;
mod worker;
// to here.
