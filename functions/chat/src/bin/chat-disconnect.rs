//! Bootstrap of `chat-disconnect`. Written by `cargo xtask generate`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(chat::disconnect::FUNCTION)
}
