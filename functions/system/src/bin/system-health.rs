//! Bootstrap of `system-health`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(proconnect_runtime::http!("system-health", system::health::handle))
}
