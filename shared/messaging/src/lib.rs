//! Ports for mail, queues and open connections, the jobs that travel through the outbox, and the mail templates.
//!
//! Adapters for SQS and SES live in `shared/runtime`; nothing here does I/O.

#![warn(missing_docs)]

mod jobs;
mod mail;
mod ports;

pub use jobs::{
    AccountJob, BidsJob, CloseReason, EmailJob, Envelope, EraseJob, FarewellJob, Job, LiveJob, MailJob,
    PaymentJob, QueueName,
};
pub use mail::{Link, Template};
pub use ports::{Delivery, Mail, Mailer, Push, Queue, SendError};
