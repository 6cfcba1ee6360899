//! Bootstrap of `auth-logout`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(proconnect_runtime::http!("auth-logout", auth::logout::handle))
}
