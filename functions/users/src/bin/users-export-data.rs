//! Bootstrap of `users-export-data`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(proconnect_runtime::http!(
        "users-export-data",
        users::export_data::handle
    ))
}
