//! Bootstrap of `tasks-get`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(proconnect_runtime::http!("tasks-get", tasks::get::handle))
}
