//! Bootstrap of `system-remind`. Written by `cargo xtask generate`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(system::remind::FUNCTION)
}
