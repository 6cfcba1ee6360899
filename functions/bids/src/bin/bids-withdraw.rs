//! Bootstrap of `bids-withdraw`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(bids::withdraw::FUNCTION)
}
