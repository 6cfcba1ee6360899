//! Bootstrap of `admin-resolve-dispute`. Written by `cargo xtask generate`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(admin::resolve_dispute::FUNCTION)
}
