//! Keys of disputes.

use super::{Key, Shards, key};
use proconnect_domain::{DisputeId, EvidenceId, RoomId, UserId};

pub(crate) fn dispute(id: DisputeId) -> Key {
    key(format!("{DISPUTE}{id}"), DISPUTE_SORT)
}
/// The same, by the id as the index of what is due has it.
pub(crate) fn dispute_due(id: &str) -> Key {
    key(format!("{DISPUTE}{id}"), DISPUTE_SORT)
}
pub(crate) const DISPUTE: &str = "DISPUTE#";
pub(crate) const DISPUTE_SORT: &str = "#DISPUTE";
pub(crate) fn evidence(dispute: DisputeId, id: EvidenceId) -> Key {
    key(format!("{DISPUTE}{dispute}"), format!("{EVIDENCE}{id}"))
}
pub(crate) const EVIDENCE: &str = "EVIDENCE#";
/// Disputes of one person: gsi2 as the client, gsi3 as the freelancer.
pub(crate) fn disputes_of(user: UserId) -> String {
    format!("USER#{user}#DISPUTES")
}
/// The open ones, by their clocks: what the timers look at is also the list that admins page through.
pub(crate) const DUE_DISPUTES: Shards = Shards::list("DUE#disputes");
/// That what was said in a room stays as it is, while a dispute between its two is open.
pub(crate) fn frozen_room(id: RoomId) -> Key {
    key(format!("{FROZEN}{id}"), FROZEN_SORT)
}
pub(crate) const FROZEN: &str = "FROZEN#";
pub(crate) const FROZEN_SORT: &str = "#FROZEN";
