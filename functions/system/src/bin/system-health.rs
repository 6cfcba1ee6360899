//! Bootstrap of `system-health`.

use proconnect_runtime::{Exit, serve_alone};

fn main() -> Exit {
    serve_alone(proconnect_runtime::http!("system-health", system::health::handle))
}
