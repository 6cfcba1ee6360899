//! Bootstrap of `users-save-talent`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(users::save_talent::FUNCTION)
}
