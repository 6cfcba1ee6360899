//! Bootstrap of `users-dashboard`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(proconnect_runtime::http!(
        "users-dashboard",
        users::dashboard::handle
    ))
}
