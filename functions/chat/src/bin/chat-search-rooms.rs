//! Bootstrap of `chat-search-rooms`. Written by `cargo xtask generate`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(chat::search_rooms::FUNCTION)
}
