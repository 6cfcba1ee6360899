//! Bootstrap of `auth-revoke-session`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(proconnect_runtime::http!(
        "auth-revoke-session",
        auth::revoke_session::handle
    ))
}
