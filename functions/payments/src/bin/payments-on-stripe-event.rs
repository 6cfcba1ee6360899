//! Bootstrap of `payments-on-stripe-event`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(payments::on_stripe_event::FUNCTION)
}
