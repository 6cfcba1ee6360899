//! Bootstrap of `chat-connect`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(chat::connect::FUNCTION)
}
