//! Bootstrap of `auth-revoke-session`. Written by `cargo xtask generate`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(auth::revoke_session::FUNCTION)
}
