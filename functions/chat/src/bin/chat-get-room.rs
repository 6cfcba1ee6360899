//! Bootstrap of `chat-get-room`. Written by `cargo xtask generate`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(chat::get_room::FUNCTION)
}
