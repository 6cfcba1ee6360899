//! Bootstrap of `payments-onboarding`.

use proconnect_runtime::{Exit, Service};

fn main() -> Exit {
    Service::new(proconnect_runtime::http!(
        "payments-onboarding",
        payments::onboarding::handle
    ))
    .payments(proconnect_stripe::gateway)
    .run()
}
