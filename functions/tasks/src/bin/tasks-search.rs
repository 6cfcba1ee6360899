//! Bootstrap of `tasks-search`.

use proconnect_runtime::{Exit, Service};

fn main() -> Exit {
    Service::new(proconnect_runtime::http!("tasks-search", tasks::search::handle))
        .cache(proconnect_runtime::cache)
        .run()
}
