//! Bootstrap of `auth-reauthenticate`. Written by `cargo xtask generate`.

use proconnect_runtime::{Exit, Service};

fn main() -> Exit {
    Service::new(auth::reauthenticate::FUNCTION)
        .cache(proconnect_runtime::cache)
        .run()
}
