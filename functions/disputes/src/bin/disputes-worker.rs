//! Bootstrap of `disputes-worker`. Written by `cargo xtask generate`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(disputes::worker::FUNCTION)
}
