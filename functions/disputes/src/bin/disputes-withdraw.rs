//! Bootstrap of `disputes-withdraw`. Written by `cargo xtask generate`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(disputes::withdraw::FUNCTION)
}
