//! Stripe stand-in.
