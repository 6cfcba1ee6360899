//! Bootstrap of `auth-verify-email`.

use proconnect_runtime::{Exit, Service};

fn main() -> Exit {
    Service::new(proconnect_runtime::http!(
        "auth-verify-email",
        auth::verify_email::handle
    ))
    .cache(proconnect_runtime::cache)
    .run()
}
