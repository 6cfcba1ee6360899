//! Bootstrap of `users-erase-worker`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(users::erase_worker::FUNCTION)
}
