//! Bootstrap of `bids-keep`. Written by `cargo xtask generate`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(bids::keep::FUNCTION)
}
