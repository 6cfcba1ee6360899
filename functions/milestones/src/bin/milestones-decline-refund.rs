//! Bootstrap of `milestones-decline-refund`. Written by `cargo xtask generate`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(milestones::decline_refund::FUNCTION)
}
