//! Bootstrap of `contracts-get`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(proconnect_runtime::http!("contracts-get", contracts::get::handle))
}
