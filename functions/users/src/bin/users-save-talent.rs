//! Bootstrap of `users-save-talent`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(proconnect_runtime::http!(
        "users-save-talent",
        users::save_talent::handle
    ))
}
