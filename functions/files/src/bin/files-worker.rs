//! Bootstrap of `files-worker`. Written by `cargo xtask generate`.

use proconnect_runtime::{Exit, Service};

fn main() -> Exit {
    Service::new(files::worker::FUNCTION)
        .objects(proconnect_runtime::s3_objects)
        .run()
}
