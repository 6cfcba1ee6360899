//! What somebody is told, and how they want to hear of it.

use proconnect_domain::{DigestRhythm, MailChoice, NoticeCategory, NotificationId, ThingKind, Timestamp};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Something that somebody is told.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Notification {
    /// Id. The greater, the later it happened.
    pub id: NotificationId,
    /// What has happened, such as `bidReceived`. There may be new ones at any time.
    pub kind: String,
    /// What it is about.
    pub category: NoticeCategory,
    /// Whether its category is mailed to everybody.
    pub is_critical: bool,
    /// One sentence of plain text.
    pub text: String,
    /// The page that it leads to; null when it leads nowhere, or no more.
    pub place: Option<NotificationPlace>,
    /// The path of that page in the web client.
    pub path: Option<String>,
    /// What it belongs to: notices of one thing stand together.
    pub thing: Option<NotificationThing>,
    /// How many notices it stands for; 1 normally.
    pub count: u32,
    /// When it happened.
    pub created_at: Timestamp,
    /// By when it was read; null while it is unread.
    pub read_at: Option<Timestamp>,
    /// Its thing is no longer there, and the text says so.
    pub is_gone: bool,
}

/// A page of the web client.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct NotificationPlace {
    /// Which, such as `contract`.
    pub page: String,
    /// Of what, where there is one for each.
    pub id: Option<String>,
}

/// What a notice belongs to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct NotificationThing {
    /// Its kind.
    #[serde(rename = "type")]
    pub kind: ThingKind,
    /// Its id; null for one's own account.
    pub id: Option<String>,
    /// What it is called, if anything.
    pub title: Option<String>,
}

/// One page of what somebody was told, newest first.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct NotificationsPage {
    /// The notices.
    pub items: Vec<Notification>,
    /// Where the next page begins; null on the last page. Opaque: pass it back as `?cursor=`.
    pub next_cursor: Option<String>,
    /// How many are unread, of all categories: exact up to 99; 100 stands for more.
    pub unread_count: u32,
}

/// How many notices are unread.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct UnreadCount {
    /// Exact up to 99; 100 stands for more.
    pub unread_count: u32,
}

/// How somebody wants to hear of things.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct NotificationPreferences {
    /// Names this state of them: a change names the one that it changes. 0 before anything was chosen.
    pub version: u64,
    /// The time zone, by its IANA name.
    pub time_zone: String,
    /// Whether there is a digest.
    pub digest: DigestRhythm,
    /// At which hour of the day, in the time zone: 0 to 23.
    pub digest_hour: u8,
    /// Every category once.
    pub categories: Vec<CategoryPreference>,
}

/// How somebody wants to hear of one category.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct CategoryPreference {
    /// The category.
    pub category: NoticeCategory,
    /// It is always mailed.
    pub is_critical: bool,
    /// By mail.
    pub mail: MailChoice,
    /// In the notification centre: always.
    pub in_app: bool,
    /// By the browser's own notifications, in browsers that may show them.
    pub browser: bool,
}

/// What an unsubscribe link turns off.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Subscription {
    /// The category, or `digest`.
    pub category: String,
    /// Whether it is off.
    pub is_off: bool,
    /// The address that the mails go to, as far as its owner needs to know it again: `a…@example.com`.
    pub email: String,
}
