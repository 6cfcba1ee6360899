//! Bootstrap of `system-rewrite`. Written by `cargo xtask generate`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(system::rewrite::FUNCTION)
}
