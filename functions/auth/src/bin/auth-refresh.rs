//! Bootstrap of `auth-refresh`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(auth::refresh::FUNCTION)
}
