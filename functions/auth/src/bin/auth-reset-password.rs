//! Bootstrap of `auth-reset-password`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(proconnect_runtime::http!(
        "auth-reset-password",
        auth::reset_password::handle
    ))
}
