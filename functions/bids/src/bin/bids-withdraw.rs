//! Bootstrap of `bids-withdraw`. Written by `cargo xtask generate`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(bids::withdraw::FUNCTION)
}
