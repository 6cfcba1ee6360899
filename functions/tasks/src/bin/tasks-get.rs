//! Bootstrap of `tasks-get`. Written by `cargo xtask generate`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(tasks::get::FUNCTION)
}
