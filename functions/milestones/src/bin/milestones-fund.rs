//! Bootstrap of `milestones-fund`. Written by `cargo xtask generate`.

use proconnect_runtime::{Exit, Service};

fn main() -> Exit {
    Service::new(milestones::fund::FUNCTION)
        .payments(proconnect_stripe::gateway)
        .run()
}
