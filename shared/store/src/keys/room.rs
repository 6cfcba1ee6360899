//! Keys of chat rooms and of what is said in them.

use super::{Key, Shards, key};
use proconnect_domain::{MessageId, RoomId, Timestamp, TypedId as _, UserId};
use ulid::Ulid;

pub(crate) fn room(id: RoomId) -> Key {
    key(format!("{ROOM}{id}"), ROOM_SORT)
}
/// The same, by the id as the index of what is due has it.
pub(crate) fn room_due(id: &str) -> Key {
    key(format!("{ROOM}{id}"), ROOM_SORT)
}
pub(crate) const DUE_ROOMS: Shards = Shards::due("DUE#rooms");
pub(crate) const ROOM: &str = "ROOM#";
pub(crate) const ROOM_SORT: &str = "#ROOM";
/// Rooms of one person: gsi2 as the client, gsi3 as the freelancer.
pub(crate) fn rooms_of(user: UserId) -> String {
    format!("USER#{user}#ROOMS")
}
/// Sorts by when something was said last; the id makes it unique.
pub(crate) fn room_sort(active_at: Timestamp, id: RoomId) -> String {
    format!("{active_at}#{id}")
}
/// What was said in a room, in a partition of its own: any range of ids in it is a range of messages.
pub(crate) fn messages_of(room: RoomId) -> String {
    format!("{ROOM}{room}#MESSAGES")
}
pub(crate) fn message(room: RoomId, id: MessageId) -> Key {
    key(messages_of(room), id.to_string())
}
pub(crate) const MESSAGE: &str = "msg_";
/// What the messages of a room were before they were changed, apart from what anybody reads.
pub(crate) fn versions_of(room: RoomId) -> String {
    format!("{VERSIONS}{room}")
}
pub(crate) fn message_version(room: RoomId, id: MessageId, edition: u32) -> Key {
    key(versions_of(room), format!("{MESSAGE_VERSION}{id}#{edition:04}"))
}
pub(crate) const VERSIONS: &str = "VERSIONS#";
pub(crate) const MESSAGE_VERSION: &str = "VERSION#";
/// That somebody has sent a message under an id of their browser's.
pub(crate) fn sent(user: UserId, client_id: &str) -> Key {
    key(format!("USER#{user}"), format!("{SENT}{client_id}"))
}
pub(crate) const SENT: &str = "SENT#";
/// The words of a room's messages.
pub(crate) fn words_of(room: RoomId) -> String {
    format!("{WORDS}{room}")
}
pub(crate) const WORDS: &str = "WORDS#";
/// That a word stands in a message: by the word, then the newest first. No word has a space in it.
pub(crate) fn word(room: RoomId, word: &str, message: MessageId) -> Key {
    let inverse = Ulid(!message.ulid().0);
    key(words_of(room), format!("{word} {inverse}"))
}
