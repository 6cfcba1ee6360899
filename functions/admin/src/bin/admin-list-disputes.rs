//! Bootstrap of `admin-list-disputes`. Written by `cargo xtask generate`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(admin::list_disputes::FUNCTION)
}
