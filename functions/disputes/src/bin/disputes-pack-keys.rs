//! Bootstrap of `disputes-pack-keys`. Written by `cargo xtask generate`.

use proconnect_runtime::{Exit, serve_alone};

fn main() -> Exit {
    serve_alone(disputes::pack_keys::FUNCTION)
}
