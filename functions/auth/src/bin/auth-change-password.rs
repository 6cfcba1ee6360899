//! Bootstrap of `auth-change-password`.

use proconnect_runtime::{Exit, Service};

fn main() -> Exit {
    Service::new(proconnect_runtime::http!(
        "auth-change-password",
        auth::change_password::handle
    ))
    .cache(proconnect_runtime::cache)
    .run()
}
