//! Keys of what hangs on a person.

use super::{Key, Shards, key};
use proconnect_domain::{ActivityId, UserId};

/// What the person says of themselves.
pub(crate) fn profile(user: UserId) -> Key {
    key(format!("USER#{user}"), PROFILE_SORT)
}
pub(crate) const PROFILE_SORT: &str = "#USER#PROFILE";
pub(crate) fn activity(user: UserId, id: ActivityId) -> Key {
    key(format!("USER#{user}"), format!("{ACTIVITY}{id}"))
}
pub(crate) const ACTIVITY: &str = "ACTIVITY#";
pub(crate) fn saved(user: UserId, freelancer: UserId) -> Key {
    key(format!("USER#{user}"), format!("{SAVED}{freelancer}"))
}
pub(crate) const SAVED: &str = "SAVED#";
/// Who has saved a freelancer: read when they leave.
pub(crate) fn savers_of(freelancer: UserId) -> String {
    format!("FREELANCER#{freelancer}#SAVED")
}
/// Totals of one month (`2026-11`) in one currency.
pub(crate) fn month(user: UserId, month: &str, currency: &str) -> Key {
    key(format!("USER#{user}"), format!("{MONTH}{month}#{currency}"))
}
pub(crate) const MONTH: &str = "MONTH#";
pub(crate) const FREELANCERS: Shards = Shards::list("FREELANCERS");
