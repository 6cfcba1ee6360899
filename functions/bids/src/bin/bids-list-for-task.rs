//! Bootstrap of `bids-list-for-task`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(proconnect_runtime::http!(
        "bids-list-for-task",
        bids::list_for_task::handle
    ))
}
