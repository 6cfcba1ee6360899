//! Chat rooms and what is said in them.

use crate::{FileRef, Person};
use proconnect_domain::{
    Elsewhere, MessageId, ReportId, ReportReason, Role, RoomId, TaskId, Timestamp, UserId,
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A room: the client of a task, and one freelancer.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Room {
    /// Id. It follows from the task and the freelancer.
    pub id: RoomId,
    /// The task that it is about.
    pub task_id: TaskId,
    /// Its title.
    pub task_title: String,
    /// The client, then the freelancer.
    pub participants: Vec<Participant>,
    /// What was said last.
    pub last_message: Option<LastMessage>,
    /// How many messages of the other side the caller has not seen. Deleted ones do not count.
    pub unread_count: u32,
    /// When it was opened.
    pub created_at: Timestamp,
}

/// Somebody in a room.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Participant {
    /// Who.
    pub person: Person,
    /// `client` or `freelancer`.
    pub role: Role,
    /// Up to which message they have seen what the other side wrote; null while they have seen none.
    pub seen_up_to: Option<MessageId>,
    /// Whether they are there; null of oneself, of who has left, between two of whom one has blocked the other, and where it was
    /// not asked: behind the first 30 rooms of a page, and in the answer to opening a room.
    pub presence: Option<Presence>,
}

/// Whether somebody is there. Only who shares a room with them is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Presence {
    /// What the most present of their windows says.
    pub status: PresenceStatus,
    /// When they were last there; null while they are, and if they never were.
    pub last_seen_at: Option<Timestamp>,
}

/// How present somebody is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum PresenceStatus {
    /// No window of theirs is open.
    Offline,
    /// A window is open, and nobody has touched any for five minutes.
    Away,
    /// A window is open, and they are there.
    Online,
}

/// The last message of a room, as a list shows it.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct LastMessage {
    /// Id.
    pub id: MessageId,
    /// Who wrote it.
    pub sender_id: UserId,
    /// Its beginning on one line, at most 120 characters; empty when it was deleted or is only files.
    pub text: String,
    /// How many files go with it.
    pub file_count: u32,
    /// When it was sent.
    pub sent_at: Timestamp,
    /// Whether it was deleted.
    pub is_deleted: bool,
}

/// A message.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Message {
    /// Id. The messages of a room stand in the order of their ids, for everybody.
    pub id: MessageId,
    /// The room.
    pub room_id: RoomId,
    /// The message before it, null for the first: whoever does not have that one has missed something.
    pub previous_id: Option<MessageId>,
    /// Who wrote it.
    pub sender_id: UserId,
    /// Its sender's own id of it, by which their windows know it again.
    pub client_id: String,
    /// Plain text with line breaks, at most 8,000 characters; empty when it was deleted or is only files.
    pub text: String,
    /// Files that go with it; none when it was deleted.
    pub files: Vec<FileRef>,
    /// What of it leads away from the platform: its reader is told so, calmly. It says nothing of who wrote it.
    pub warnings: Vec<Elsewhere>,
    /// When it was sent, by the server's clock.
    pub sent_at: Timestamp,
    /// 1, and one more with each change: an edit names the version that it changes.
    pub version: u32,
    /// When its text was changed last; null if it never was.
    pub edited_at: Option<Timestamp>,
    /// When it was deleted; null if it was not.
    pub deleted_at: Option<Timestamp>,
    /// Text and files are left out, since they do not fit into a frame: read the message over HTTP.
    #[serde(default)]
    pub is_cut: bool,
}

/// What was reported to the moderators.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Report {
    /// Id.
    pub id: ReportId,
    /// The message.
    pub message_id: MessageId,
    /// Why.
    pub reason: ReportReason,
    /// When it was reported first.
    pub created_at: Timestamp,
}

/// A message that was found.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Hit {
    /// The message.
    pub message: Message,
    /// Where in its text the words stand, in order; none lies within another.
    pub places: Vec<Place>,
}

/// A message that was found in one of one's rooms.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct RoomHit {
    /// The room.
    pub room: FoundRoom,
    /// The message, and where the words stand in it.
    pub hit: Hit,
}

/// A room in which something was found.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct FoundRoom {
    /// Id.
    pub id: RoomId,
    /// The title of the task that it is about.
    pub task_title: String,
    /// The other side.
    pub other: Person,
}

/// A place in a text, in characters: code points, as `[...text]` counts in JavaScript.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Place {
    /// The first character.
    pub start: usize,
    /// The one behind the last.
    pub end: usize,
}
