//! Bootstrap of `users-save-talent`. Written by `cargo xtask generate`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(users::save_talent::FUNCTION)
}
