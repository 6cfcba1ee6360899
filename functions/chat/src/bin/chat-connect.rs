//! Bootstrap of `chat-connect`. Written by `cargo xtask generate`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(chat::connect::FUNCTION)
}
