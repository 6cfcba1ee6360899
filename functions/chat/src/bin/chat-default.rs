//! Bootstrap of `chat-default`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(proconnect_runtime::socket!("chat-default", chat::default::handle))
}
