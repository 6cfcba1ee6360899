//! Bootstrap of `users-get`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(users::get::FUNCTION)
}
