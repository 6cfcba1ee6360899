//! Bootstrap of `auth-enroll-totp`. Written by `cargo xtask generate`.

use proconnect_runtime::{Exit, Service};

fn main() -> Exit {
    Service::new(auth::enroll_totp::FUNCTION)
        .cache(proconnect_runtime::cache)
        .run()
}
