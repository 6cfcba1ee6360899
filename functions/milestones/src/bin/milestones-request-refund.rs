//! Bootstrap of `milestones-request-refund`. Written by `cargo xtask generate`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(milestones::request_refund::FUNCTION)
}
