//! Bootstrap of `tasks-cancel`. Written by `cargo xtask generate`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(tasks::cancel::FUNCTION)
}
