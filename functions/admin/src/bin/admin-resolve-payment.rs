//! Bootstrap of `admin-resolve-payment`. Written by `cargo xtask generate`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(admin::resolve_payment::FUNCTION)
}
