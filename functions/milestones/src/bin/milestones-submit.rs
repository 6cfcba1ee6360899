//! Bootstrap of `milestones-submit`. Written by `cargo xtask generate`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(milestones::submit::FUNCTION)
}
