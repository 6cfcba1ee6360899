//! Bootstrap of `milestones-submit`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(milestones::submit::FUNCTION)
}
