//! Bootstrap of `auth-verify-email`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(proconnect_runtime::http!(
        "auth-verify-email",
        auth::verify_email::handle
    ))
}
