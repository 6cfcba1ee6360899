//! Bootstrap of `bids-create`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(proconnect_runtime::http!("bids-create", bids::create::handle))
}
