//! Bootstrap of `disputes-pack`. Written by `cargo xtask generate`.

use proconnect_runtime::{Exit, Service};

fn main() -> Exit {
    Service::new(disputes::pack::FUNCTION)
        .objects(proconnect_runtime::s3_objects)
        .run()
}
