//! Bootstrap of `tasks-search`. Written by `cargo xtask generate`.

use proconnect_runtime::{Exit, Service};

fn main() -> Exit {
    Service::new(tasks::search::FUNCTION)
        .cache(proconnect_runtime::cache)
        .run()
}
