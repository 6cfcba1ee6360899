//! Bootstrap of `auth-list-sessions`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(auth::list_sessions::FUNCTION)
}
