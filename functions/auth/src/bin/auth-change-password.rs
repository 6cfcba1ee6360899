//! Bootstrap of `auth-change-password`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(proconnect_runtime::http!(
        "auth-change-password",
        auth::change_password::handle
    ))
}
