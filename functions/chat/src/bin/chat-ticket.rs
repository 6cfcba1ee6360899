//! Bootstrap of `chat-ticket`. Written by `cargo xtask generate`.

use proconnect_runtime::{Exit, Service};

fn main() -> Exit {
    Service::new(chat::ticket::FUNCTION)
        .cache(proconnect_runtime::cache)
        .run()
}
