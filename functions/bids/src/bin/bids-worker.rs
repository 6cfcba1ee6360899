//! Bootstrap of `bids-worker`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(bids::worker::FUNCTION)
}
