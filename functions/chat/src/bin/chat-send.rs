//! Bootstrap of `chat-send`. Written by `cargo xtask generate`.

use proconnect_runtime::{Exit, Service};

fn main() -> Exit {
    Service::new(chat::send::FUNCTION)
        .push(proconnect_runtime::api_gateway_push)
        .run()
}
