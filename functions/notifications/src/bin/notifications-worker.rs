//! Bootstrap of `notifications-worker`. Written by `cargo xtask generate`.

use proconnect_runtime::{Exit, Service};

fn main() -> Exit {
    Service::new(notifications::worker::FUNCTION)
        .queue(proconnect_runtime::sqs_queue)
        .push(proconnect_runtime::api_gateway_push)
        .run()
}
