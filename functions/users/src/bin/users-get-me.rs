//! Bootstrap of `users-get-me`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(users::get_me::FUNCTION)
}
