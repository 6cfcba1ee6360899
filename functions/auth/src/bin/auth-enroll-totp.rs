//! Bootstrap of `auth-enroll-totp`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(proconnect_runtime::http!(
        "auth-enroll-totp",
        auth::enroll_totp::handle
    ))
}
