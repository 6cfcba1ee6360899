//! Bootstrap of `auth-login`.

use proconnect_runtime::{Exit, Service};

fn main() -> Exit {
    Service::new(proconnect_runtime::http!("auth-login", auth::login::handle))
        .cache(proconnect_runtime::cache)
        .run()
}
