//! Bootstrap of `auth-enroll-totp`.

use proconnect_runtime::{Exit, Service};

fn main() -> Exit {
    Service::new(proconnect_runtime::http!(
        "auth-enroll-totp",
        auth::enroll_totp::handle
    ))
    .cache(proconnect_runtime::cache)
    .run()
}
