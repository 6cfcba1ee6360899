//! Bootstrap of `auth-refresh`. Written by `cargo xtask generate`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(auth::refresh::FUNCTION)
}
