//! Bootstrap of `notifications-look-at-unsubscribe`. Written by `cargo xtask generate`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(notifications::look_at_unsubscribe::FUNCTION)
}
