//! Bootstrap of `bids-list-mine`. Written by `cargo xtask generate`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(bids::list_mine::FUNCTION)
}
