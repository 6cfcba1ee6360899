//! Bootstrap of `tasks-get`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(tasks::get::FUNCTION)
}
