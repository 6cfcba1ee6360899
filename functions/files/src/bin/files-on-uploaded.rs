//! Bootstrap of `files-on-uploaded`. Written by `cargo xtask generate`.

use proconnect_runtime::{Exit, Service};

fn main() -> Exit {
    Service::new(files::on_uploaded::FUNCTION)
        .objects(proconnect_runtime::s3_objects)
        .scanner(proconnect_runtime::clamd_scanner)
        .run()
}
