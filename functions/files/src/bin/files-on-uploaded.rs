//! Bootstrap of `files-on-uploaded`.

use proconnect_runtime::{Exit, Service};

fn main() -> Exit {
    Service::new(proconnect_runtime::sqs!(
        "files-on-uploaded",
        files::on_uploaded::handle
    ))
    .objects(proconnect_runtime::s3_objects)
    .scanner(proconnect_runtime::clamd_scanner)
    .run()
}
