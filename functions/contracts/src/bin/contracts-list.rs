//! Bootstrap of `contracts-list`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(contracts::list::FUNCTION)
}
