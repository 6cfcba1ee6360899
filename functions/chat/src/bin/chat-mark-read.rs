//! Bootstrap of `chat-mark-read`. Written by `cargo xtask generate`.

use proconnect_runtime::{Exit, Service};

fn main() -> Exit {
    Service::new(chat::mark_read::FUNCTION)
        .push(proconnect_runtime::api_gateway_push)
        .run()
}
