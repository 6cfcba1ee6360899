//! Bootstrap of `users-update-me`. Written by `cargo xtask generate`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(users::update_me::FUNCTION)
}
