//! Bootstrap of `users-update-me`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(proconnect_runtime::http!(
        "users-update-me",
        users::update_me::handle
    ))
}
