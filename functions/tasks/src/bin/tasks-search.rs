//! Bootstrap of `tasks-search`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(proconnect_runtime::http!("tasks-search", tasks::search::handle))
}
