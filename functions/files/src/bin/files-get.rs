//! Bootstrap of `files-get`. Written by `cargo xtask generate`.

use proconnect_runtime::{Exit, Service};

fn main() -> Exit {
    Service::new(files::get::FUNCTION)
        .objects(proconnect_runtime::s3_objects)
        .run()
}
