//! Bootstrap of `auth-confirm-totp`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(proconnect_runtime::http!(
        "auth-confirm-totp",
        auth::confirm_totp::handle
    ))
}
