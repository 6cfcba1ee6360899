//! Bootstrap of `auth-confirm-totp`.

use proconnect_runtime::{Exit, Service};

fn main() -> Exit {
    Service::new(proconnect_runtime::http!(
        "auth-confirm-totp",
        auth::confirm_totp::handle
    ))
    .cache(proconnect_runtime::cache)
    .run()
}
