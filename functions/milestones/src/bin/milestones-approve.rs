//! Bootstrap of `milestones-approve`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(proconnect_runtime::http!(
        "milestones-approve",
        milestones::approve::handle
    ))
}
