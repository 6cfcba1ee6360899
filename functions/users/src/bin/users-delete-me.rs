//! Bootstrap of `users-delete-me`.

use proconnect_runtime::{Exit, Service};

fn main() -> Exit {
    Service::new(proconnect_runtime::http!(
        "users-delete-me",
        users::delete_me::handle
    ))
    .cache(proconnect_runtime::cache)
    .run()
}
