//! Bootstrap of `auth-forgot-password`. Written by `cargo xtask generate`.

use proconnect_runtime::{Exit, Service};

fn main() -> Exit {
    Service::new(auth::forgot_password::FUNCTION)
        .cache(proconnect_runtime::cache)
        .run()
}
