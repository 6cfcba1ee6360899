//! Bootstrap of `tasks-create`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(proconnect_runtime::http!("tasks-create", tasks::create::handle))
}
