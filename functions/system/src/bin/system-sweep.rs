//! Bootstrap of `system-sweep`. Written by `cargo xtask generate`.

use proconnect_runtime::{Exit, Service};

fn main() -> Exit {
    Service::new(system::sweep::FUNCTION)
        .queue(proconnect_runtime::sqs_queue)
        .run()
}
