//! Bootstrap of `users-get-billing`. Written by `cargo xtask generate`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(users::get_billing::FUNCTION)
}
