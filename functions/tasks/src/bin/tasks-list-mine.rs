//! Bootstrap of `tasks-list-mine`. Written by `cargo xtask generate`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(tasks::list_mine::FUNCTION)
}
