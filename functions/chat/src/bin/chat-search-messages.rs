//! Bootstrap of `chat-search-messages`. Written by `cargo xtask generate`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(chat::search_messages::FUNCTION)
}
