//! Bootstrap of `users-list-saved-talent`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(users::list_saved_talent::FUNCTION)
}
