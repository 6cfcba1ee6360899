//! Bootstrap of `notifications-digest`. Written by `cargo xtask generate`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(notifications::digest::FUNCTION)
}
