//! Bootstrap of `users-activity`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(users::activity::FUNCTION)
}
