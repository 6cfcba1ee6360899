//! Bootstrap of `auth-resend-code`.

use proconnect_runtime::{Exit, Service};

fn main() -> Exit {
    Service::new(auth::resend_code::FUNCTION)
        .cache(proconnect_runtime::cache)
        .run()
}
