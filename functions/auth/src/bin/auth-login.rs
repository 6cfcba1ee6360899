//! Bootstrap of `auth-login`. Written by `cargo xtask generate`.

use proconnect_runtime::{Exit, Service};

fn main() -> Exit {
    Service::new(auth::login::FUNCTION)
        .cache(proconnect_runtime::cache)
        .run()
}
