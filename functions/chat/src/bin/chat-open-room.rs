//! Bootstrap of `chat-open-room`. Written by `cargo xtask generate`.

use proconnect_runtime::{Exit, Service};

fn main() -> Exit {
    Service::new(chat::open_room::FUNCTION)
        .cache(proconnect_runtime::cache)
        .run()
}
