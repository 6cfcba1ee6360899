//! Bootstrap of `bids-worker`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(proconnect_runtime::sqs!("bids-worker", bids::worker::handle))
}
