//! Bootstrap of `auth-enroll-totp`.

use proconnect_runtime::{Exit, Service};

fn main() -> Exit {
    Service::new(auth::enroll_totp::FUNCTION)
        .cache(proconnect_runtime::cache)
        .run()
}
