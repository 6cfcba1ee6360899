//! Bootstrap of `chat-default`.

use proconnect_runtime::{Exit, serve_alone};

fn main() -> Exit {
    serve_alone(chat::default::FUNCTION)
}
