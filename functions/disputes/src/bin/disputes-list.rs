//! Bootstrap of `disputes-list`. Written by `cargo xtask generate`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(disputes::list::FUNCTION)
}
