//! Bootstrap of `milestones-approve`. Written by `cargo xtask generate`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(milestones::approve::FUNCTION)
}
