//! Bootstrap of `disputes-open`. Written by `cargo xtask generate`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(disputes::open::FUNCTION)
}
