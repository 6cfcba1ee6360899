//! Bootstrap of `auth-register`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(proconnect_runtime::http!("auth-register", auth::register::handle))
}
