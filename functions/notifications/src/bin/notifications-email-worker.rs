//! Bootstrap of `notifications-email-worker`. Written by `cargo xtask generate`.

use proconnect_runtime::{Exit, Service};

fn main() -> Exit {
    Service::new(notifications::email_worker::FUNCTION)
        .mailer(proconnect_runtime::ses_mailer)
        .run()
}
