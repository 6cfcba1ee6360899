//! Bootstrap of `users-search`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(proconnect_runtime::http!("users-search", users::search::handle))
}
