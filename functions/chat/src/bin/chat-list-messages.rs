//! Bootstrap of `chat-list-messages`. Written by `cargo xtask generate`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(chat::list_messages::FUNCTION)
}
