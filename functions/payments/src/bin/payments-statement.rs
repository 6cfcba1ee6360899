//! Bootstrap of `payments-statement`. Written by `cargo xtask generate`.

use proconnect_runtime::{Exit, Service};

fn main() -> Exit {
    Service::new(payments::statement::FUNCTION)
        .cache(proconnect_runtime::cache)
        .run()
}
