//! Bootstrap of `users-get`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(proconnect_runtime::http!("users-get", users::get::handle))
}
