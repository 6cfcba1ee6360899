//! Bootstrap of `system-dispatch`.

use proconnect_runtime::{Exit, Service};

fn main() -> Exit {
    Service::new(proconnect_runtime::stream!(
        "system-dispatch",
        system::dispatch::handle
    ))
    .queue(proconnect_runtime::sqs_queue)
    .run()
}
