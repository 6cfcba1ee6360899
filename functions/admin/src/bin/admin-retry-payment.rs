//! Bootstrap of `admin-retry-payment`. Written by `cargo xtask generate`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(admin::retry_payment::FUNCTION)
}
