//! Commands: what one function asks of one worker, exactly as certain as the change that it was written with.

use crate::QueueName;
use crate::queue::group;
use proconnect_domain::{
    BidId, ContractId, Date, DisputeId, Email, FileId, MilestoneId, NotificationId, PaymentId, RoomId,
    SessionId, TaskId, Timestamp, UserId,
};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

/// Something to be done, and who does it.
pub trait Command: Serialize + DeserializeOwned {
    /// Names it in envelopes: never changed.
    const KIND: &'static str;
    /// The queue of the worker that does it.
    const QUEUE: QueueName;
    /// FIFO queues: what must happen in order, in 1 to 128 characters.
    fn group(&self) -> Option<String> {
        None
    }
}

macro_rules! command {
    ($name:ident = $kind:literal, $queue:ident $(, |$this:ident| $group:expr)?) => {
        impl Command for $name {
            const KIND: &'static str = $kind;
            const QUEUE: QueueName = QueueName::$queue;
            $(fn group(&self) -> Option<String> {
                let $this = self;
                Some($group)
            })?
        }
    };
}

/// Fetch the object that a Stripe event speaks of, and apply what it says now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct LookAtStripeEvent {
    /// `evt_…`.
    pub event_id: String,
    /// Such as `payment_intent.succeeded`.
    pub event_type: String,
    /// The object's id; empty when the event speaks of nothing that has one.
    pub object_id: String,
}
command!(LookAtStripeEvent = "look-at-stripe-event", Payments, |event| {
    group(&event.object_id, &event.event_id)
});

/// Send released money to the freelancer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ReleasePayment {
    /// The milestone whose release is queued.
    pub milestone_id: MilestoneId,
}
command!(ReleasePayment = "release-payment", Payments, |release| release
    .milestone_id
    .to_string());

/// Give back a charge that came on top of the one that funds a milestone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ReturnPayment {
    /// What was paid twice.
    pub milestone_id: MilestoneId,
    /// The client's line of history for the second charge.
    pub payment_id: PaymentId,
    /// `ch_…`.
    pub charge_id: String,
}
command!(ReturnPayment = "return-payment", Payments, |second| second
    .milestone_id
    .to_string());

/// Give a client the part of a milestone's money back that a dispute gave them, or that both agreed on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RefundPart {
    /// The milestone.
    pub milestone_id: MilestoneId,
    /// The client's line of history for it; none for what a dispute gave them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub payment_id: Option<PaymentId>,
}
// In a group of its own: neither part of a split waits for the other.
command!(RefundPart = "refund-part", Payments, |refund| format!(
    "refund-{}",
    refund.milestone_id
));

/// Close the open bids of a task that was decided.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct CloseBids {
    /// The task.
    pub task_id: TaskId,
    /// The bid that stays, if one was accepted.
    pub except: Option<BidId>,
    /// Why.
    pub reason: CloseReason,
}
command!(CloseBids = "close-bids", Bids);

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

/// See whether a task has changed in a way that matters to those who have bid on it, and ask each whether their bid stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct AskBidders {
    /// The task.
    pub task_id: TaskId,
}
command!(AskBidders = "ask-bidders", Bids);

/// Close somebody's open connections.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct CloseConnections {
    /// Whose.
    pub user_id: UserId,
    /// Which of them.
    pub of: Ended,
}
command!(CloseConnections = "close-connections", Notifications);

/// Sessions that have ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Ended {
    /// One.
    Session(SessionId),
    /// All that began before a moment.
    Before(Timestamp),
}

/// Take somebody who has left out of what others see.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ErasePerson {
    /// Who has left.
    pub user_id: UserId,
}
command!(ErasePerson = "erase-person", Users);

/// Mail a secret. It is made by the worker, and so is no part of the command; whether there is an account behind an
/// address that somebody named is found out by the worker alone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "camelCase")]
pub enum MailSecret {
    /// The first one-time code of a registration, or that there is an account already.
    FirstCode {
        /// The registration: the id that its account will have.
        to: UserId,
    },
    /// A new one-time code for a registration that waits for one, or that there is an account already.
    ResendCode {
        /// The address.
        email: Email,
        /// The registration that the browser shows to have begun.
        #[serde(default)]
        attempt: Option<UserId>,
        /// With the hash of the secret that proves it.
        #[serde(default)]
        holder: Option<String>,
        /// Where there is no browser, the network that it was begun from.
        #[serde(default)]
        network: Option<String>,
    },
    /// A link to set a new password.
    ResetPassword {
        /// The address.
        email: Email,
        /// A browser that has logged in to its account before asks for it.
        #[serde(default)]
        asked: bool,
    },
}
command!(MailSecret = "mail-secret", Email);

/// Send the last mail: the account is closed. Address and name ride along, since the account has neither any more.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SayFarewell {
    /// The address that the account had.
    pub email: Email,
    /// The name that it had.
    pub name: String,
}
command!(SayFarewell = "say-farewell", Email);

/// Mail somebody their digest: what of these notices they have not read by then.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct MailDigest {
    /// Whose.
    pub user_id: UserId,
    /// Of which day, where they are.
    pub date: Date,
    /// What has arrived since the last one.
    pub notices: Vec<NotificationId>,
}
command!(MailDigest = "mail-digest", Email);

/// See whether a task's deadline has passed without a decision, and let it expire.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ExpireTask {
    /// The task.
    pub task_id: TaskId,
}
command!(ExpireTask = "expire-task", Tasks);

/// See which clocks of a contract have ended, and take the steps that they announced.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RunClocks {
    /// The contract.
    pub contract_id: ContractId,
}
command!(RunClocks = "run-clocks", Milestones);

/// See whether the clock of a dispute has ended, and take the step that it announced.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RunDispute {
    /// The dispute.
    pub dispute_id: DisputeId,
}
command!(RunDispute = "run-dispute", Disputes);

/// See whether a file was taken back, or hangs on nothing for too long, and delete it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct DeleteFile {
    /// The file.
    pub file_id: FileId,
}
command!(DeleteFile = "delete-file", Files);

/// See whether somebody has not seen what was said to them in a room, and is not there, and tell them once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct LookAtRoom {
    /// The room.
    pub room_id: RoomId,
}
command!(LookAtRoom = "look-at-room", Notifications);
