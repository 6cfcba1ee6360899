//! Bootstrap of `files-create-upload`.

use proconnect_runtime::{Exit, Service};

fn main() -> Exit {
    Service::new(proconnect_runtime::http!(
        "files-create-upload",
        files::create_upload::handle
    ))
    .cache(proconnect_runtime::cache)
    .objects(proconnect_runtime::s3_objects)
    .run()
}
