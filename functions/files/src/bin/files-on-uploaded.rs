//! Bootstrap of `files-on-uploaded`. Written by `cargo xtask generate`.

use proconnect_runtime::{Exit, Service};

fn main() -> Exit {
    if let Some(exit) = proconnect_preview::as_child() {
        return exit;
    }
    Service::new(files::on_uploaded::FUNCTION)
        .objects(proconnect_runtime::s3_objects)
        .scanner(proconnect_runtime::clamd_scanner)
        .previewer(proconnect_preview::in_a_child)
        .run()
}
