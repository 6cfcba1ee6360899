//! Bootstrap of `milestones-request-revision`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(milestones::request_revision::FUNCTION)
}
