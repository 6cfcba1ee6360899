//! Bootstrap of `auth-forgot-password`.

use proconnect_runtime::{Exit, Service};

fn main() -> Exit {
    Service::new(auth::forgot_password::FUNCTION)
        .cache(proconnect_runtime::cache)
        .run()
}
