//! What goes over a WebSocket connection to the browser.

use crate::{File, Message, Notification, Presence};
use proconnect_domain::{ContractId, FieldError, MessageId, NotificationId, RoomId, UserId};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A ticket for one connection.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Ticket {
    /// Goes into the address, as `?ticket=`. Good once.
    pub ticket: String,
    /// Seconds within which the connection must be opened.
    pub expires_in: u32,
    /// Where to connect, `ws:` or `wss:`.
    pub url: String,
}

/// What the server says over a connection: JSON with its kind in `type`. A browser passes over a kind that it does not know.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "type", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum ServerFrame {
    /// The answer to `ping`.
    Pong,
    /// What was sent was refused; the connection stays.
    Error {
        /// For programs: one of the codes of the HTTP API.
        code: String,
        /// A sentence for the person.
        detail: String,
        /// The `clientId` of the frame that is refused, if it had one.
        #[serde(skip_serializing_if = "Option::is_none")]
        client_id: Option<String>,
        /// What is wrong with which field of it, for `invalid_fields`.
        #[serde(skip_serializing_if = "Vec::is_empty", default)]
        errors: Vec<FieldError>,
        /// Seconds until it may be tried again, if that is known.
        #[serde(skip_serializing_if = "Option::is_none")]
        retry_after: Option<u64>,
    },
    /// A contract of one's own has changed: what a page shows of it is asked for again.
    Contract {
        /// Which.
        contract_id: ContractId,
    },
    /// One's own file was looked at.
    File {
        /// The file, without a download address.
        file: File,
    },
    /// One's own message is stored: to all windows of who sent it.
    Ack {
        /// The browser's own id of it.
        client_id: String,
        /// The message. A repeat is answered with the message that the first became, as it is now.
        message: Message,
    },
    /// Somebody else wrote.
    Message {
        /// The message.
        message: Message,
    },
    /// A message was edited or deleted: to all windows of both sides. An older version than is known says nothing new.
    #[serde(rename = "message-changed")]
    MessageChanged {
        /// The message, as it is now.
        message: Message,
    },
    /// How far messages have come: to both sides, and of oneself to one's other windows.
    Receipt {
        /// The room.
        room_id: RoomId,
        /// Whom they have reached.
        user_id: UserId,
        /// Up to which one. An earlier one than is known already says nothing new.
        up_to: MessageId,
        /// How far.
        status: ReceiptStatus,
    },
    /// Somebody is writing. It holds for six seconds, and ends when their message comes.
    Typing {
        /// The room.
        room_id: RoomId,
        /// Who.
        user_id: UserId,
    },
    /// One is told something: to all of one's windows.
    Notification {
        /// What.
        notification: Notification,
        /// How many are unread with it.
        unread_count: u32,
    },
    /// One has read notices: to all of one's windows.
    #[serde(rename = "notifications-read")]
    NotificationsRead {
        /// How many are unread now.
        unread_count: u32,
        /// Which were read; null when it was all of them.
        ids: Option<Vec<NotificationId>>,
        /// With `ids` null: everything that was told up to this one; null for everything.
        up_to: Option<NotificationId>,
    },
    /// Somebody with whom one shares a room has come, turned away or gone.
    Presence {
        /// Who.
        user_id: UserId,
        /// Whether they are there, and since when not.
        #[serde(flatten)]
        presence: Presence,
    },
}

/// How far messages have come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ReceiptStatus {
    /// To a window of theirs.
    Delivered,
    /// They have looked.
    Seen,
}
