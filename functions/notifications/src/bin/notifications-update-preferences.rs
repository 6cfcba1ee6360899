//! Bootstrap of `notifications-update-preferences`. Written by `cargo xtask generate`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(notifications::update_preferences::FUNCTION)
}
