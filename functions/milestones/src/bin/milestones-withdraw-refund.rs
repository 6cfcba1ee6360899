//! Bootstrap of `milestones-withdraw-refund`. Written by `cargo xtask generate`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(milestones::withdraw_refund::FUNCTION)
}
