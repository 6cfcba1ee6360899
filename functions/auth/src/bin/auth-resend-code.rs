//! Bootstrap of `auth-resend-code`.

use proconnect_runtime::{Exit, Service};

fn main() -> Exit {
    Service::new(proconnect_runtime::http!(
        "auth-resend-code",
        auth::resend_code::handle
    ))
    .cache(proconnect_runtime::cache)
    .run()
}
