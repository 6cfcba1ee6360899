//! Bootstrap of `disputes-propose-split`. Written by `cargo xtask generate`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(disputes::propose_split::FUNCTION)
}
