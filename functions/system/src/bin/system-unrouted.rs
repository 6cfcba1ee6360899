//! Bootstrap of `system-unrouted`. Written by `cargo xtask generate`.

use proconnect_runtime::{Exit, serve_alone};

fn main() -> Exit {
    serve_alone(system::unrouted::FUNCTION)
}
