//! Bootstrap of `notifications-unsubscribe`. Written by `cargo xtask generate`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(notifications::unsubscribe::FUNCTION)
}
