//! The queues.

use serde::{Deserialize, Serialize};

/// SQS's quota for the ids of a group and of a deduplication, in characters (API reference, `SendMessage`).
pub const LONGEST_GROUP: usize = 128;

/// The most bytes of a message, and of all messages of a batch together: 1 MiB (SQS developer guide, message quotas).
pub const LONGEST_MESSAGE: usize = 1024 * 1024;

/// Whether SQS takes it as the id of a group or of a deduplication: 1 to 128 letters, digits and punctuation of ASCII.
pub fn is_group(id: &str) -> bool {
    (1..=LONGEST_GROUP).contains(&id.len()) && id.bytes().all(|byte| byte.is_ascii_graphic())
}

/// The queues, each with a consumer that declares it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum QueueName {
    /// SQS FIFO: Stripe events and payouts, one group per milestone or account.
    Payments,
    /// SQS standard: mails.
    Email,
    /// SQS standard: closing bids of a decided task.
    Bids,
    /// SQS standard: what people are told, and connections to close.
    Notifications,
    /// SQS standard: taking people who have left out of what others see.
    Users,
    /// SQS standard: tasks at their deadline.
    Tasks,
    /// SQS standard: contracts, at the clock of a milestone.
    Milestones,
    /// SQS standard: files to be deleted.
    Files,
    /// SQS standard: disputes, at their clocks.
    Disputes,
}

impl QueueName {
    /// Every queue.
    pub const ALL: [QueueName; 9] = [
        QueueName::Payments,
        QueueName::Email,
        QueueName::Bids,
        QueueName::Notifications,
        QueueName::Users,
        QueueName::Tasks,
        QueueName::Milestones,
        QueueName::Files,
        QueueName::Disputes,
    ];

    /// The logical id of the queue in `infra/queues.yaml`.
    pub fn logical_id(self) -> &'static str {
        match self {
            QueueName::Payments => "PaymentsQueue",
            QueueName::Email => "EmailQueue",
            QueueName::Bids => "BidsQueue",
            QueueName::Notifications => "NotificationsQueue",
            QueueName::Users => "UsersQueue",
            QueueName::Tasks => "TasksQueue",
            QueueName::Milestones => "MilestonesQueue",
            QueueName::Files => "FilesQueue",
            QueueName::Disputes => "DisputesQueue",
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
            QueueName::Tasks => "TASKS_QUEUE_URL",
            QueueName::Milestones => "MILESTONES_QUEUE_URL",
            QueueName::Files => "FILES_QUEUE_URL",
            QueueName::Disputes => "DISPUTES_QUEUE_URL",
        }
    }
}

/// A group as SQS takes it; anything else becomes `otherwise`, cut to that.
pub(crate) fn group(id: &str, otherwise: &str) -> String {
    if is_group(id) {
        return id.to_owned();
    }
    let graphic = |letter: &char| letter.is_ascii_graphic();
    otherwise.chars().filter(graphic).take(LONGEST_GROUP).collect()
}
