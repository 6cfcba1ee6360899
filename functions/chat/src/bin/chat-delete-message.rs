//! Bootstrap of `chat-delete-message`. Written by `cargo xtask generate`.

use proconnect_runtime::{Exit, Service};

fn main() -> Exit {
    Service::new(chat::delete_message::FUNCTION)
        .push(proconnect_runtime::api_gateway_push)
        .run()
}
