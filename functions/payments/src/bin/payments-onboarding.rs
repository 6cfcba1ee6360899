//! Bootstrap of `payments-onboarding`. Written by `cargo xtask generate`.

use proconnect_runtime::{Exit, Service};

fn main() -> Exit {
    Service::new(payments::onboarding::FUNCTION)
        .payments(proconnect_stripe::gateway)
        .run()
}
