//! Bootstrap of `milestones-request-revision`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(proconnect_runtime::http!(
        "milestones-request-revision",
        milestones::request_revision::handle
    ))
}
