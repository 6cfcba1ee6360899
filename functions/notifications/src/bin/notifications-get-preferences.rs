//! Bootstrap of `notifications-get-preferences`. Written by `cargo xtask generate`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(notifications::get_preferences::FUNCTION)
}
