//! Bootstrap of `system-health`.

use proconnect_runtime::{Exit, serve_alone};

fn main() -> Exit {
    serve_alone(system::health::FUNCTION)
}
