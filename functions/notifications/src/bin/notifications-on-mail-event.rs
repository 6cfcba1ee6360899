//! Bootstrap of `notifications-on-mail-event`. Written by `cargo xtask generate`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(notifications::on_mail_event::FUNCTION)
}
