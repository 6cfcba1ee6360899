//! Bootstrap of `users-update-me`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(users::update_me::FUNCTION)
}
