//! Bootstrap of `chat-ticket`.

use proconnect_runtime::{Exit, Service};

fn main() -> Exit {
    Service::new(proconnect_runtime::http!("chat-ticket", chat::ticket::handle))
        .cache(proconnect_runtime::cache)
        .run()
}
