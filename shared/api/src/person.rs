//! People, as others see them.

use proconnect_domain::{FileId, Money, Timestamp, UserId};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Somebody else, wherever they appear: as their account says now, whatever they were called when the thing that names them
/// was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Person {
    /// Id.
    pub id: UserId,
    /// Name.
    pub name: String,
    /// The picture of the person: `/pictures/{avatarId}/small.webp` (96 pixels square) and `large.webp` (256).
    pub avatar_id: Option<FileId>,
    /// One line: what they do. Empty when they do not say.
    pub headline: String,
    /// When the account was made.
    pub member_since: Timestamp,
    /// Tasks posted, as a client.
    pub tasks_posted: u32,
    /// Bids accepted, as a client.
    pub hires: u32,
    /// What was paid out to the freelancers that they hired, by currency. Money that is held is not in it.
    pub paid: Vec<Money>,
    /// Contracts completed, as a freelancer.
    pub completed_contracts: u32,
    /// Within how many minutes they usually answer somebody who writes to them first: the median of the newest ten or so who did.
    /// Null while fewer than three have, and when most of them wait still or waited more than a week.
    pub reply_minutes: Option<u32>,
    /// Whether they have left, so that there is no profile to look at.
    pub has_left: bool,
}

/// Somebody whom the caller has blocked.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Blocked {
    /// Who.
    pub person: Person,
    /// Since when.
    pub blocked_at: Timestamp,
}
