//! Bootstrap of `auth-revoke-session`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(auth::revoke_session::FUNCTION)
}
