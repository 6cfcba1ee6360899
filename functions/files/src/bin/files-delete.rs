//! Bootstrap of `files-delete`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(files::delete::FUNCTION)
}
