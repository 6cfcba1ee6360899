//! Bootstrap of `bids-accept`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(bids::accept::FUNCTION)
}
