//! Bootstrap of `bids-create`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(bids::create::FUNCTION)
}
