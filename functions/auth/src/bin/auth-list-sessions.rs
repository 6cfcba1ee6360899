//! Bootstrap of `auth-list-sessions`. Written by `cargo xtask generate`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(auth::list_sessions::FUNCTION)
}
