//! Bootstrap of `contracts-ledger`. Written by `cargo xtask generate`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(contracts::ledger::FUNCTION)
}
