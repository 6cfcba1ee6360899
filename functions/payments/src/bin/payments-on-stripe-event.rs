//! Bootstrap of `payments-on-stripe-event`. Written by `cargo xtask generate`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(payments::on_stripe_event::FUNCTION)
}
