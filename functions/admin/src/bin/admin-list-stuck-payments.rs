//! Bootstrap of `admin-list-stuck-payments`. Written by `cargo xtask generate`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(admin::list_stuck_payments::FUNCTION)
}
