//! Bootstrap of `users-list-saved-talent`. Written by `cargo xtask generate`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(users::list_saved_talent::FUNCTION)
}
