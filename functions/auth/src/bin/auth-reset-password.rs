//! Bootstrap of `auth-reset-password`.

use proconnect_runtime::{Exit, Service};

fn main() -> Exit {
    Service::new(auth::reset_password::FUNCTION)
        .cache(proconnect_runtime::cache)
        .run()
}
