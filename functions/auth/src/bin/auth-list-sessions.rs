//! Bootstrap of `auth-list-sessions`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(proconnect_runtime::http!(
        "auth-list-sessions",
        auth::list_sessions::handle
    ))
}
