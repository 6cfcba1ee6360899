//! Bootstrap of `auth-change-password`. Written by `cargo xtask generate`.

use proconnect_runtime::{Exit, Service};

fn main() -> Exit {
    Service::new(auth::change_password::FUNCTION)
        .cache(proconnect_runtime::cache)
        .run()
}
