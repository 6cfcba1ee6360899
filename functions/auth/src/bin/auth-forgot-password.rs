//! Bootstrap of `auth-forgot-password`.

use proconnect_runtime::{Exit, Service};

fn main() -> Exit {
    Service::new(proconnect_runtime::http!(
        "auth-forgot-password",
        auth::forgot_password::handle
    ))
    .cache(proconnect_runtime::cache)
    .run()
}
