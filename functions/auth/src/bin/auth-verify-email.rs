//! Bootstrap of `auth-verify-email`. Written by `cargo xtask generate`.

use proconnect_runtime::{Exit, Service};

fn main() -> Exit {
    Service::new(auth::verify_email::FUNCTION)
        .cache(proconnect_runtime::cache)
        .run()
}
