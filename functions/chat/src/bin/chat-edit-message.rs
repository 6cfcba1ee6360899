//! Bootstrap of `chat-edit-message`. Written by `cargo xtask generate`.

use proconnect_runtime::{Exit, Service};

fn main() -> Exit {
    Service::new(chat::edit_message::FUNCTION)
        .push(proconnect_runtime::api_gateway_push)
        .run()
}
