//! Bootstrap of `files-create-upload`. Written by `cargo xtask generate`.

use proconnect_runtime::{Exit, Service};

fn main() -> Exit {
    Service::new(files::create_upload::FUNCTION)
        .cache(proconnect_runtime::cache)
        .objects(proconnect_runtime::s3_objects)
        .run()
}
