//! Bootstrap of `auth-reset-password`. Written by `cargo xtask generate`.

use proconnect_runtime::{Exit, Service};

fn main() -> Exit {
    Service::new(auth::reset_password::FUNCTION)
        .cache(proconnect_runtime::cache)
        .run()
}
