//! Bootstrap of `auth-login`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(proconnect_runtime::http!("auth-login", auth::login::handle))
}
