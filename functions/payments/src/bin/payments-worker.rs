//! Bootstrap of `payments-worker`. Written by `cargo xtask generate`.

use proconnect_runtime::{Exit, Service};

fn main() -> Exit {
    Service::new(payments::worker::FUNCTION)
        .payments(proconnect_stripe::gateway)
        .run()
}
