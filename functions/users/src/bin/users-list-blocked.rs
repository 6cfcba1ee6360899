//! Bootstrap of `users-list-blocked`. Written by `cargo xtask generate`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(users::list_blocked::FUNCTION)
}
