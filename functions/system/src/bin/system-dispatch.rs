//! Bootstrap of `system-dispatch`.

use proconnect_runtime::{Exit, Service};

fn main() -> Exit {
    Service::new(system::dispatch::FUNCTION)
        .queue(proconnect_runtime::sqs_queue)
        .run()
}
