//! Bootstrap of `users-get-me`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(proconnect_runtime::http!("users-get-me", users::get_me::handle))
}
