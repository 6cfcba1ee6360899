//! Bootstrap of `files-get`.

use proconnect_runtime::{Exit, Service};

fn main() -> Exit {
    Service::new(files::get::FUNCTION)
        .objects(proconnect_runtime::s3_objects)
        .run()
}
