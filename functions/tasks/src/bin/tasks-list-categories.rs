//! Bootstrap of `tasks-list-categories`.

use proconnect_runtime::{Exit, serve_alone};

fn main() -> Exit {
    serve_alone(proconnect_runtime::http!(
        "tasks-list-categories",
        tasks::list_categories::handle
    ))
}
