//! Bootstrap of `payments-worker`.

use proconnect_runtime::{Exit, Service};

fn main() -> Exit {
    Service::new(proconnect_runtime::sqs!(
        "payments-worker",
        payments::worker::handle
    ))
    .payments(proconnect_stripe::gateway)
    .run()
}
