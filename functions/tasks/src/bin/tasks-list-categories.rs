//! Bootstrap of `tasks-list-categories`. Written by `cargo xtask generate`.

use proconnect_runtime::{Exit, serve_alone};

fn main() -> Exit {
    serve_alone(tasks::list_categories::FUNCTION)
}
