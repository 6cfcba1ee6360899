//! Bootstrap of `bids-withdraw`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(proconnect_runtime::http!("bids-withdraw", bids::withdraw::handle))
}
