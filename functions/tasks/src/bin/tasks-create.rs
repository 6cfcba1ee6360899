//! Bootstrap of `tasks-create`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(tasks::create::FUNCTION)
}
