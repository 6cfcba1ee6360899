//! Bootstrap of `auth-confirm-totp`. Written by `cargo xtask generate`.

use proconnect_runtime::{Exit, Service};

fn main() -> Exit {
    Service::new(auth::confirm_totp::FUNCTION)
        .cache(proconnect_runtime::cache)
        .run()
}
