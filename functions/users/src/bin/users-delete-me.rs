//! Bootstrap of `users-delete-me`. Written by `cargo xtask generate`.

use proconnect_runtime::{Exit, Service};

fn main() -> Exit {
    Service::new(users::delete_me::FUNCTION)
        .cache(proconnect_runtime::cache)
        .run()
}
