//! Bootstrap of `tasks-update`. Written by `cargo xtask generate`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(tasks::update::FUNCTION)
}
