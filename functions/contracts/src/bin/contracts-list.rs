//! Bootstrap of `contracts-list`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(proconnect_runtime::http!(
        "contracts-list",
        contracts::list::handle
    ))
}
