//! Bootstrap of `auth-refresh`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(proconnect_runtime::http!("auth-refresh", auth::refresh::handle))
}
