//! Bootstrap of `payments-account`.

use proconnect_runtime::{Exit, Service};

fn main() -> Exit {
    Service::new(proconnect_runtime::http!(
        "payments-account",
        payments::account::handle
    ))
    .payments(proconnect_stripe::gateway)
    .run()
}
