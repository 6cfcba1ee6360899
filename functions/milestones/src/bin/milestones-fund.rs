//! Bootstrap of `milestones-fund`.

use proconnect_runtime::{Exit, Service};

fn main() -> Exit {
    Service::new(proconnect_runtime::http!(
        "milestones-fund",
        milestones::fund::handle
    ))
    .payments(proconnect_stripe::gateway)
    .run()
}
