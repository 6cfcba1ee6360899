//! Bootstrap of `users-delete-me`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(proconnect_runtime::http!(
        "users-delete-me",
        users::delete_me::handle
    ))
}
