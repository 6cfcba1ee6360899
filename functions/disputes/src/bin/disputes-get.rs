//! Bootstrap of `disputes-get`. Written by `cargo xtask generate`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(disputes::get::FUNCTION)
}
