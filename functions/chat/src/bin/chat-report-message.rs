//! Bootstrap of `chat-report-message`. Written by `cargo xtask generate`.

use proconnect_runtime::{Exit, Service};

fn main() -> Exit {
    Service::new(chat::report_message::FUNCTION)
        .cache(proconnect_runtime::cache)
        .run()
}
