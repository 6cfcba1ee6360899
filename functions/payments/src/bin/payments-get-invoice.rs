//! Bootstrap of `payments-get-invoice`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(payments::get_invoice::FUNCTION)
}
