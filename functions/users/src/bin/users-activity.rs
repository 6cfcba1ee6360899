//! Bootstrap of `users-activity`. Written by `cargo xtask generate`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(users::activity::FUNCTION)
}
