//! Where a notice leads.

use proconnect_domain::{ContractId, DisputeId, RoomId, TaskId};
use serde::{Deserialize, Serialize};

/// A page of the web client, the only place outside it that names its paths. A test compares the paths with the client's routes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "page", content = "id", rename_all = "camelCase")]
pub enum Place {
    /// A task, with its bids.
    Task(TaskId),
    /// A contract, with its milestones.
    Contract(ContractId),
    /// A dispute.
    Dispute(DisputeId),
    /// A chat room.
    Room(RoomId),
    /// One's own bids.
    MyBids,
    /// One's own payments, and how to be paid.
    Payments,
    /// Where the processor's form for payouts leads back to.
    PayoutSetup,
    /// Password, second factor and sessions.
    Security,
    /// What one was told.
    Notifications,
    /// Turns mails off, without a log-in.
    Unsubscribe,
    /// Asks for a link to set a new password.
    ForgotPassword,
    /// Sets a new password.
    ResetPassword,
}

impl Place {
    /// The whole address. `public_url` is the web client's origin, without a slash at the end.
    pub fn address(&self, public_url: &str) -> String {
        format!("{public_url}{}", self.path())
    }

    /// The path, from the origin of the web client on.
    pub fn path(&self) -> String {
        match self {
            Place::Task(id) => format!("/tasks/{id}"),
            Place::Contract(id) => format!("/contracts/{id}"),
            Place::Dispute(id) => format!("/disputes/{id}"),
            Place::Room(id) => format!("/messages/{id}"),
            Place::MyBids => "/bids".to_owned(),
            Place::Payments => "/payments".to_owned(),
            Place::PayoutSetup => "/payments/onboarding".to_owned(),
            Place::Security => "/settings/security".to_owned(),
            Place::Notifications => "/notifications".to_owned(),
            Place::Unsubscribe => "/unsubscribe".to_owned(),
            Place::ForgotPassword => "/forgot-password".to_owned(),
            Place::ResetPassword => "/reset-password".to_owned(),
        }
    }
}
