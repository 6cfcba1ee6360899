//! Bootstrap of `users-get`. Written by `cargo xtask generate`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(users::get::FUNCTION)
}
