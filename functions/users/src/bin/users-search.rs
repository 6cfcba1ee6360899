//! Bootstrap of `users-search`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(users::search::FUNCTION)
}
