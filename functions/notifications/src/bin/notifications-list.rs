//! Bootstrap of `notifications-list`. Written by `cargo xtask generate`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(notifications::list::FUNCTION)
}
