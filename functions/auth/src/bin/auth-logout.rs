//! Bootstrap of `auth-logout`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(auth::logout::FUNCTION)
}
