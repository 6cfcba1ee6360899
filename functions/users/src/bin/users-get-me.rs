//! Bootstrap of `users-get-me`. Written by `cargo xtask generate`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(users::get_me::FUNCTION)
}
