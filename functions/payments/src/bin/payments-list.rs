//! Bootstrap of `payments-list`. Written by `cargo xtask generate`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(payments::list::FUNCTION)
}
