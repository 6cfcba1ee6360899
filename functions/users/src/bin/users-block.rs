//! Bootstrap of `users-block`. Written by `cargo xtask generate`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(users::block::FUNCTION)
}
