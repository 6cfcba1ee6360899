//! Bootstrap of `milestones-offer-refund`. Written by `cargo xtask generate`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(milestones::offer_refund::FUNCTION)
}
