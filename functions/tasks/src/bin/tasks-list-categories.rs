//! Bootstrap of `tasks-list-categories`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(proconnect_runtime::http!(
        "tasks-list-categories",
        tasks::list_categories::handle
    ))
}
