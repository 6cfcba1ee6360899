//! Bootstrap of `auth-register`. Written by `cargo xtask generate`.

use proconnect_runtime::{Exit, Service};

fn main() -> Exit {
    Service::new(auth::register::FUNCTION)
        .cache(proconnect_runtime::cache)
        .run()
}
