//! Bootstrap of `users-activity`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(proconnect_runtime::http!(
        "users-activity",
        users::activity::handle
    ))
}
