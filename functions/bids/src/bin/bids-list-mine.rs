//! Bootstrap of `bids-list-mine`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(proconnect_runtime::http!(
        "bids-list-mine",
        bids::list_mine::handle
    ))
}
