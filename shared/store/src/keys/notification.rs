//! Keys of what people are told.

use super::{Key, key};
use crate::shards::Shards;
use proconnect_domain::{NoticeCategory, NotificationId, UserId};

/// Something that somebody was told.
pub(crate) fn notice(user: UserId, id: NotificationId) -> Key {
    key(format!("USER#{user}"), format!("{NOTICE}{id}"))
}
pub(crate) const NOTICE: &str = "NOTICE#";
/// What somebody was told about one category: gsi2.
pub(crate) fn notices_about(user: UserId, category: NoticeCategory) -> String {
    format!("USER#{user}#NOTICES#{}", category.word())
}
/// What of it is unread.
pub(crate) fn inbox(user: UserId) -> Key {
    key(format!("USER#{user}"), INBOX)
}
pub(crate) const INBOX: &str = "INBOX";
/// How somebody wants to hear of things.
pub(crate) fn preferences(user: UserId) -> Key {
    key(format!("USER#{user}"), PREFERENCES)
}
pub(crate) const PREFERENCES: &str = "PREFERENCES";
/// The same, by the id as the index of what is due has it.
pub(crate) fn digest_due(user: &str) -> Key {
    key(format!("USER#{user}"), PREFERENCES)
}
pub(crate) const DUE_DIGESTS: Shards = Shards::due("DUE#digests");
