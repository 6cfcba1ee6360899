//! Bootstrap of `milestones-accept-refund`. Written by `cargo xtask generate`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(milestones::accept_refund::FUNCTION)
}
