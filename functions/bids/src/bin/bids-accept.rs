//! Bootstrap of `bids-accept`. Written by `cargo xtask generate`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(bids::accept::FUNCTION)
}
