//! Bootstrap of `notifications-email-worker`.

use proconnect_runtime::{Exit, Service};

fn main() -> Exit {
    Service::new(proconnect_runtime::sqs!(
        "notifications-email-worker",
        notifications::email_worker::handle
    ))
    .mailer(proconnect_runtime::ses_mailer)
    .run()
}
