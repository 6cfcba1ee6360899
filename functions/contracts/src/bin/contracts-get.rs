//! Bootstrap of `contracts-get`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(contracts::get::FUNCTION)
}
