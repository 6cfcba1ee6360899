//! Bootstrap of `files-get`.

use proconnect_runtime::{Exit, Service};

fn main() -> Exit {
    Service::new(proconnect_runtime::http!("files-get", files::get::handle))
        .objects(proconnect_runtime::s3_objects)
        .run()
}
