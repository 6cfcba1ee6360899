//! Bootstrap of `files-delete`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(proconnect_runtime::http!("files-delete", files::delete::handle))
}
