//! Bootstrap of `users-export-data`. Written by `cargo xtask generate`.

use proconnect_runtime::{Exit, Service};

fn main() -> Exit {
    Service::new(users::export_data::FUNCTION)
        .cache(proconnect_runtime::cache)
        .run()
}
