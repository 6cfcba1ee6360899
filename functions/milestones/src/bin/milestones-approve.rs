//! Bootstrap of `milestones-approve`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(milestones::approve::FUNCTION)
}
