//! Bootstrap of `tasks-create`. Written by `cargo xtask generate`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(tasks::create::FUNCTION)
}
