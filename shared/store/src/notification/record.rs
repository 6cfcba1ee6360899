//! Something that one person was told.

use proconnect_domain::{NoticeCategory, NotificationId, ThingKind, Timestamp, TypedId as _, UserId};
use proconnect_messaging::derived;
use serde::{Deserialize, Serialize};
use std::time::Duration;
use ulid::Ulid;

/// So long somebody finds what they were told.
pub(crate) const LIFE: Duration = Duration::from_secs(180 * 24 * 3600);

/// A notice. It is never changed: what of it was read, the inbox knows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct NotificationRecord {
    /// Id.
    pub id: NotificationId,
    /// Whom.
    pub user_id: UserId,
    /// Which of theirs it is, in the order in which they arrived.
    pub number: u32,
    /// What it is about.
    pub category: NoticeCategory,
    /// What has happened, such as `bidReceived`.
    pub kind: String,
    /// One sentence.
    pub text: String,
    /// Where it leads, if anywhere.
    pub place: Option<PlaceRecord>,
    /// What it belongs to.
    pub thing: Option<ThingRecord>,
    /// When it happened.
    pub created_at: Timestamp,
}

/// A page of the web client.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlaceRecord {
    /// Which.
    pub page: String,
    /// Of what.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
}

/// What a notice belongs to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ThingRecord {
    /// Its kind.
    pub kind: ThingKind,
    /// Its id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// What it is called.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
}

impl NotificationRecord {
    /// The id of what somebody is told by a template because of something: told again, it is the same.
    pub fn id_of(of: Ulid, to: UserId, kind: &str) -> NotificationId {
        NotificationId::from_ulid(derived(of, &format!("notice-{to}-{kind}")).ulid())
    }

    /// When it is forgotten.
    pub(crate) fn expires_at(&self) -> Timestamp {
        self.created_at.plus(LIFE)
    }
}
