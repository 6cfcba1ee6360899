//! Bootstrap of `auth-logout`. Written by `cargo xtask generate`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(auth::logout::FUNCTION)
}
