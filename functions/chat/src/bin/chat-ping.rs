//! Bootstrap of `chat-ping`.

use proconnect_runtime::{Exit, serve_alone};

fn main() -> Exit {
    serve_alone(chat::ping::FUNCTION)
}
