//! Bootstrap of `auth-disable-totp`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(proconnect_runtime::http!(
        "auth-disable-totp",
        auth::disable_totp::handle
    ))
}
