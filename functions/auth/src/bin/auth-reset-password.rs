//! Bootstrap of `auth-reset-password`.

use proconnect_runtime::{Exit, Service};

fn main() -> Exit {
    Service::new(proconnect_runtime::http!(
        "auth-reset-password",
        auth::reset_password::handle
    ))
    .cache(proconnect_runtime::cache)
    .run()
}
