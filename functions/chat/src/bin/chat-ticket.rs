//! Bootstrap of `chat-ticket`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(proconnect_runtime::http!("chat-ticket", chat::ticket::handle))
}
