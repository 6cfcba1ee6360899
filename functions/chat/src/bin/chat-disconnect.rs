//! Bootstrap of `chat-disconnect`. Written by `cargo xtask generate`.

use proconnect_runtime::{Exit, Service};

fn main() -> Exit {
    Service::new(chat::disconnect::FUNCTION)
        .push(proconnect_runtime::api_gateway_push)
        .run()
}
