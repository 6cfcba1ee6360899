//! Bootstrap of `users-erase-worker`. Written by `cargo xtask generate`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(users::erase_worker::FUNCTION)
}
