//! Bootstrap of `chat-disconnect`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(chat::disconnect::FUNCTION)
}
