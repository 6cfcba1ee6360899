//! Bootstrap of `chat-list-rooms`. Written by `cargo xtask generate`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(chat::list_rooms::FUNCTION)
}
