//! Bootstrap of `milestones-request-revision`. Written by `cargo xtask generate`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(milestones::request_revision::FUNCTION)
}
