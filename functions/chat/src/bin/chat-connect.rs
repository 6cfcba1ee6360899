//! Bootstrap of `chat-connect`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(proconnect_runtime::socket!("chat-connect", chat::connect::handle))
}
