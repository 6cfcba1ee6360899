//! Bootstrap of `bids-shortlist`. Written by `cargo xtask generate`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(bids::shortlist::FUNCTION)
}
