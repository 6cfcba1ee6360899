//! Bootstrap of `contracts-get`. Written by `cargo xtask generate`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(contracts::get::FUNCTION)
}
