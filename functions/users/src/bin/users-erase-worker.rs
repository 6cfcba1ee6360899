//! Bootstrap of `users-erase-worker`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(proconnect_runtime::sqs!(
        "users-erase-worker",
        users::erase_worker::handle
    ))
}
