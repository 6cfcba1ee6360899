//! Bootstrap of `payments-worker`.

use proconnect_runtime::{Exit, Service};

fn main() -> Exit {
    Service::new(payments::worker::FUNCTION)
        .payments(proconnect_stripe::gateway)
        .run()
}
