//! Bootstrap of `auth-forgot-password`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(proconnect_runtime::http!(
        "auth-forgot-password",
        auth::forgot_password::handle
    ))
}
