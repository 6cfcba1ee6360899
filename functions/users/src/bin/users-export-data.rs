//! Bootstrap of `users-export-data`.

use proconnect_runtime::{Exit, Service};

fn main() -> Exit {
    Service::new(proconnect_runtime::http!(
        "users-export-data",
        users::export_data::handle
    ))
    .cache(proconnect_runtime::cache)
    .run()
}
