//! Bootstrap of `tasks-list-mine`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(proconnect_runtime::http!(
        "tasks-list-mine",
        tasks::list_mine::handle
    ))
}
