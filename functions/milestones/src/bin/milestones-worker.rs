//! Bootstrap of `milestones-worker`. Written by `cargo xtask generate`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(milestones::worker::FUNCTION)
}
