//! Bootstrap of `chat-ping`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(proconnect_runtime::socket!("chat-ping", chat::ping::handle))
}
