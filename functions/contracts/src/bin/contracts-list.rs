//! Bootstrap of `contracts-list`. Written by `cargo xtask generate`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(contracts::list::FUNCTION)
}
