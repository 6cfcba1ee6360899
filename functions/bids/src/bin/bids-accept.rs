//! Bootstrap of `bids-accept`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(proconnect_runtime::http!("bids-accept", bids::accept::handle))
}
