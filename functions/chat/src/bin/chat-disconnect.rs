//! Bootstrap of `chat-disconnect`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(proconnect_runtime::socket!(
        "chat-disconnect",
        chat::disconnect::handle
    ))
}
