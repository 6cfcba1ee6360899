//! Bootstrap of `auth-resend-code`. Written by `cargo xtask generate`.

use proconnect_runtime::{Exit, Service};

fn main() -> Exit {
    Service::new(auth::resend_code::FUNCTION)
        .cache(proconnect_runtime::cache)
        .run()
}
