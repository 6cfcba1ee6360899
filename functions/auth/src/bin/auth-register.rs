//! Bootstrap of `auth-register`.

use proconnect_runtime::{Exit, Service};

fn main() -> Exit {
    Service::new(proconnect_runtime::http!("auth-register", auth::register::handle))
        .cache(proconnect_runtime::cache)
        .run()
}
