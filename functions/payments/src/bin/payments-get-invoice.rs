//! Bootstrap of `payments-get-invoice`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(proconnect_runtime::http!(
        "payments-get-invoice",
        payments::get_invoice::handle
    ))
}
