//! Bootstrap of `payments-export`. Written by `cargo xtask generate`.

use proconnect_runtime::{Exit, Service};

fn main() -> Exit {
    Service::new(payments::export::FUNCTION)
        .cache(proconnect_runtime::cache)
        .run()
}
