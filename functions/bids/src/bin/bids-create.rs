//! Bootstrap of `bids-create`. Written by `cargo xtask generate`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(bids::create::FUNCTION)
}
