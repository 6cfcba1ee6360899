//! Bootstrap of `notifications-worker`.

use proconnect_runtime::{Exit, Service};

fn main() -> Exit {
    Service::new(proconnect_runtime::sqs!(
        "notifications-worker",
        notifications::worker::handle
    ))
    .push(proconnect_runtime::api_gateway_push)
    .run()
}
