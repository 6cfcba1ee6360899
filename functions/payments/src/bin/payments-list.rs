//! Bootstrap of `payments-list`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(payments::list::FUNCTION)
}
