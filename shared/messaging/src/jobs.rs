//! The jobs that a state change leaves in the outbox, and the envelope that carries them to a queue.

use crate::Template;
use proconnect_domain::{BidId, Email, FileId, MilestoneId, OutboxId, SessionId, TaskId, Timestamp, UserId};
use serde::{Deserialize, Serialize};

/// The queues of `template.yaml`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum QueueName {
    /// SQS FIFO: Stripe events and payouts, one group per milestone or account.
    Payments,
    /// SQS standard: mails.
    Email,
    /// SQS standard: closing bids of a decided task.
    Bids,
    /// SQS standard: what people who have the product open are told at once.
    Notifications,
    /// SQS standard: taking people who have left out of what others see.
    Users,
}

impl QueueName {
    /// Every queue.
    pub const ALL: [QueueName; 5] = [
        QueueName::Payments,
        QueueName::Email,
        QueueName::Bids,
        QueueName::Notifications,
        QueueName::Users,
    ];

    /// The logical id of the queue in `template.yaml`.
    pub fn logical_id(self) -> &'static str {
        match self {
            QueueName::Payments => "PaymentsQueue",
            QueueName::Email => "EmailQueue",
            QueueName::Bids => "BidsQueue",
            QueueName::Notifications => "NotificationsQueue",
            QueueName::Users => "UsersQueue",
        }
    }

    /// The variable that holds the queue's URL in a function's environment.
    pub fn url_variable(self) -> &'static str {
        match self {
            QueueName::Payments => "PAYMENTS_QUEUE_URL",
            QueueName::Email => "EMAIL_QUEUE_URL",
            QueueName::Bids => "BIDS_QUEUE_URL",
            QueueName::Notifications => "NOTIFICATIONS_QUEUE_URL",
            QueueName::Users => "USERS_QUEUE_URL",
        }
    }
}

/// Something to be done after a state change, exactly as certain as the change itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Job {
    /// Send a mail.
    Email(EmailJob),
    /// Mail a code or a link, if there is such an account.
    Account(AccountJob),
    /// Move money, or look at what Stripe says.
    Payment(PaymentJob),
    /// Close bids.
    Bids(BidsJob),
    /// Tell somebody's open connections, or close them.
    Live(LiveJob),
    /// Take somebody who has left out of what others see.
    Erase(EraseJob),
    /// Tell them that it is done.
    Farewell(FarewellJob),
}

/// A mail to a person; the address is looked up when it is sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct EmailJob {
    /// Whom to write to.
    pub to: UserId,
    /// What to write.
    pub template: Template,
}

/// A secret to be mailed. It is made by the worker, and so is no part of the job; whether there is an account behind an
/// address that somebody named is found out by the worker alone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "camelCase")]
pub enum AccountJob {
    /// The first one-time code of a new account.
    FirstCode {
        /// The account.
        to: UserId,
    },
    /// A new one-time code, for an account that waits for one.
    ResendCode {
        /// The address.
        email: Email,
    },
    /// A link to set a new password.
    ResetPassword {
        /// The address.
        email: Email,
    },
}

/// Work for `notifications-email-worker`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum MailJob {
    /// A mail to a person.
    Email(EmailJob),
    /// A secret for an address.
    Account(AccountJob),
    /// The last mail to somebody who has left.
    Farewell(FarewellJob),
}

/// The last mail: the account is closed. Address and name ride along, since the account has neither any more.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FarewellJob {
    /// The address that the account had.
    pub email: Email,
    /// The name that it had.
    pub name: String,
}

/// Work for `users-erase-worker`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct EraseJob {
    /// Who has left.
    pub user_id: UserId,
}

/// Work for `payments-worker`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum PaymentJob {
    /// Fetch the object that a Stripe event speaks of, and apply what it says now.
    StripeEvent {
        /// `evt_…`.
        event_id: String,
        /// Such as `payment_intent.succeeded`.
        event_type: String,
        /// The object's id.
        object_id: String,
    },
    /// Send released money to the freelancer.
    Release {
        /// The milestone whose release is queued.
        milestone_id: MilestoneId,
    },
}

/// Work for `bids-worker`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct BidsJob {
    /// The task whose open bids are closed.
    pub task_id: TaskId,
    /// The bid that stays, if one was accepted.
    pub except: Option<BidId>,
    /// Why.
    pub reason: CloseReason,
}

/// Work for `notifications-worker`: what somebody's open WebSocket connections are told, or that they are closed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum LiveJob {
    /// A file was looked at: its owner waits for the outcome.
    FileDecided {
        /// Who sent it.
        owner_id: UserId,
        /// The file.
        file_id: FileId,
    },
    /// A session was ended: nothing more goes to its connections.
    SessionEnded {
        /// Whose.
        user_id: UserId,
        /// The session.
        session_id: SessionId,
    },
    /// All sessions that began before a moment were ended, by a new password for example.
    SessionsEnded {
        /// Whose.
        user_id: UserId,
        /// The moment.
        before: Timestamp,
    },
}

/// Why the open bids of a task are closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CloseReason {
    /// Another bid was accepted: they are declined with that reason.
    AnotherBidAccepted,
    /// The deadline passed without a decision: they expire.
    TaskExpired,
    /// The client took the task back: they are declined with that reason.
    TaskCancelled,
}

/// A job on its way: what the outbox keeps and the queue carries.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Envelope {
    /// Names the job for good: consumers use it to see repeats.
    pub id: OutboxId,
    /// Where it goes.
    pub queue: QueueName,
    /// FIFO queues: what must happen in order.
    pub group: Option<String>,
    /// FIFO queues: what SQS takes only once in five minutes.
    pub deduplication_id: Option<String>,
    /// The job as JSON.
    pub body: serde_json::Value,
}

impl Envelope {
    /// Wraps a job.
    pub fn new(id: OutboxId, job: &Job) -> Self {
        let (queue, group, body) = match job {
            Job::Email(job) => (QueueName::Email, None, serde_json::to_value(job)),
            Job::Account(job) => (QueueName::Email, None, serde_json::to_value(job)),
            Job::Bids(job) => (QueueName::Bids, None, serde_json::to_value(job)),
            Job::Live(job) => (QueueName::Notifications, None, serde_json::to_value(job)),
            Job::Erase(job) => (QueueName::Users, None, serde_json::to_value(job)),
            Job::Farewell(job) => (QueueName::Email, None, serde_json::to_value(job)),
            Job::Payment(job) => (QueueName::Payments, Some(job.group()), serde_json::to_value(job)),
        };
        let deduplication_id = group.is_some().then(|| id.to_string());
        // These types hold nothing that JSON cannot; a null body would end in the DLQ, seen.
        Self {
            id,
            queue,
            group,
            deduplication_id,
            body: body.unwrap_or_default(),
        }
    }
}

impl PaymentJob {
    fn group(&self) -> String {
        match self {
            PaymentJob::StripeEvent { object_id, .. } => object_id.clone(),
            PaymentJob::Release { milestone_id } => milestone_id.to_string(),
        }
    }
}

impl From<EmailJob> for Job {
    fn from(job: EmailJob) -> Self {
        Job::Email(job)
    }
}
impl From<AccountJob> for Job {
    fn from(job: AccountJob) -> Self {
        Job::Account(job)
    }
}
impl From<PaymentJob> for Job {
    fn from(job: PaymentJob) -> Self {
        Job::Payment(job)
    }
}
impl From<BidsJob> for Job {
    fn from(job: BidsJob) -> Self {
        Job::Bids(job)
    }
}
impl From<LiveJob> for Job {
    fn from(job: LiveJob) -> Self {
        Job::Live(job)
    }
}
impl From<EraseJob> for Job {
    fn from(job: EraseJob) -> Self {
        Job::Erase(job)
    }
}
impl From<FarewellJob> for Job {
    fn from(job: FarewellJob) -> Self {
        Job::Farewell(job)
    }
}
