//! Bootstrap of `bids-decline`. Written by `cargo xtask generate`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(bids::decline::FUNCTION)
}
