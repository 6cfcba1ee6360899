//! Bootstrap of `bids-decline`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(proconnect_runtime::http!("bids-decline", bids::decline::handle))
}
