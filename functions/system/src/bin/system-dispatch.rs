//! Bootstrap of `system-dispatch`. Written by `cargo xtask generate`.

use proconnect_runtime::{Exit, Service};

fn main() -> Exit {
    Service::new(system::dispatch::FUNCTION)
        .queue(proconnect_runtime::sqs_queue)
        .run()
}
