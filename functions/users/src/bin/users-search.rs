//! Bootstrap of `users-search`. Written by `cargo xtask generate`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(users::search::FUNCTION)
}
