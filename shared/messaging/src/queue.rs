//! The queues.

use serde::{Deserialize, Serialize};

/// SQS's quota for the id of a group, in characters.
pub const LONGEST_GROUP: usize = 128;

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
}

impl QueueName {
    /// Every queue.
    pub const ALL: [QueueName; 8] = [
        QueueName::Payments,
        QueueName::Email,
        QueueName::Bids,
        QueueName::Notifications,
        QueueName::Users,
        QueueName::Tasks,
        QueueName::Milestones,
        QueueName::Files,
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
        }
    }
}

/// A group as SQS takes it: 1 to 128 characters. Anything else becomes `otherwise`, cut to that.
pub(crate) fn group(id: &str, otherwise: &str) -> String {
    match id.chars().count() {
        1..=LONGEST_GROUP => id.to_owned(),
        _ => otherwise.chars().take(LONGEST_GROUP).collect(),
    }
}
