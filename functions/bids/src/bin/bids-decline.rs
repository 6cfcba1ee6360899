//! Bootstrap of `bids-decline`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(bids::decline::FUNCTION)
}
