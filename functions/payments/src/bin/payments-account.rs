//! Bootstrap of `payments-account`. Written by `cargo xtask generate`.

use proconnect_runtime::{Exit, Service};

fn main() -> Exit {
    Service::new(payments::account::FUNCTION)
        .payments(proconnect_stripe::gateway)
        .run()
}
