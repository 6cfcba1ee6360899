//! Bootstrap of `users-dashboard`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(users::dashboard::FUNCTION)
}
