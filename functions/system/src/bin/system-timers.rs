//! Bootstrap of `system-timers`. Written by `cargo xtask generate`.

use proconnect_runtime::{Exit, Service};

fn main() -> Exit {
    Service::new(system::timers::FUNCTION)
        .queue(proconnect_runtime::sqs_queue)
        .run()
}
