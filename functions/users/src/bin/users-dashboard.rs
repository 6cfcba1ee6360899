//! Bootstrap of `users-dashboard`. Written by `cargo xtask generate`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(users::dashboard::FUNCTION)
}
