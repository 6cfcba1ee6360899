//! Bootstrap of `payments-on-stripe-event`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(proconnect_runtime::http!(
        "payments-on-stripe-event",
        payments::on_stripe_event::handle
    ))
}
