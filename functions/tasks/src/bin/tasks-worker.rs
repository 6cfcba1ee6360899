//! Bootstrap of `tasks-worker`. Written by `cargo xtask generate`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(tasks::worker::FUNCTION)
}
