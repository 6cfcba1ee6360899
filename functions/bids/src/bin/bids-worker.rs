//! Bootstrap of `bids-worker`. Written by `cargo xtask generate`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(bids::worker::FUNCTION)
}
