//! Bootstrap of `milestones-submit`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(proconnect_runtime::http!(
        "milestones-submit",
        milestones::submit::handle
    ))
}
