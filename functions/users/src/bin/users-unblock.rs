//! Bootstrap of `users-unblock`. Written by `cargo xtask generate`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(users::unblock::FUNCTION)
}
