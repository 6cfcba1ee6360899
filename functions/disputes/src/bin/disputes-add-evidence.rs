//! Bootstrap of `disputes-add-evidence`. Written by `cargo xtask generate`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(disputes::add_evidence::FUNCTION)
}
