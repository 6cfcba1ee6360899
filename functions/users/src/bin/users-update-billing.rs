//! Bootstrap of `users-update-billing`. Written by `cargo xtask generate`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(users::update_billing::FUNCTION)
}
