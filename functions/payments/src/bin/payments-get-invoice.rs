//! Bootstrap of `payments-get-invoice`. Written by `cargo xtask generate`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(payments::get_invoice::FUNCTION)
}
