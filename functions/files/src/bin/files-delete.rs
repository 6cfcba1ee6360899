//! Bootstrap of `files-delete`. Written by `cargo xtask generate`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(files::delete::FUNCTION)
}
