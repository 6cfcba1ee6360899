//! Bootstrap of `payments-list`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(proconnect_runtime::http!("payments-list", payments::list::handle))
}
