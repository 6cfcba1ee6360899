//! Bootstrap of `tasks-list-mine`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(tasks::list_mine::FUNCTION)
}
