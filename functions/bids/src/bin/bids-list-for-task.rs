//! Bootstrap of `bids-list-for-task`. Written by `cargo xtask generate`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(bids::list_for_task::FUNCTION)
}
