//! Bootstrap of `auth-disable-totp`.

use proconnect_runtime::{Exit, Service};

fn main() -> Exit {
    Service::new(proconnect_runtime::http!(
        "auth-disable-totp",
        auth::disable_totp::handle
    ))
    .cache(proconnect_runtime::cache)
    .run()
}
