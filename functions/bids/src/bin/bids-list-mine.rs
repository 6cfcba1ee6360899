//! Bootstrap of `bids-list-mine`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(bids::list_mine::FUNCTION)
}
