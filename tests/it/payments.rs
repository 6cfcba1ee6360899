mod account;
mod get_invoice;
mod list;
mod on_stripe_event;
mod onboarding;
mod worker;
