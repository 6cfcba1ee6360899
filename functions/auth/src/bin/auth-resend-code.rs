//! Bootstrap of `auth-resend-code`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(proconnect_runtime::http!(
        "auth-resend-code",
        auth::resend_code::handle
    ))
}
