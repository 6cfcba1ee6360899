//! Bootstrap of `users-list-saved-talent`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(proconnect_runtime::http!(
        "users-list-saved-talent",
        users::list_saved_talent::handle
    ))
}
