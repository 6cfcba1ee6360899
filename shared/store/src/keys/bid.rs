//! Keys of bids.

use super::{Key, key};
use proconnect_domain::{BidId, TaskId, UserId};

/// One bid per freelancer and task: the key itself says so.
pub(crate) fn bid(task: TaskId, freelancer: UserId) -> Key {
    key(format!("TASK#{task}"), format!("{BID}{freelancer}"))
}
pub(crate) const BID: &str = "BID#";
pub(crate) fn by_bid_id(id: BidId) -> (String, String) {
    (format!("BID#{id}"), "BID".to_owned())
}
pub(crate) fn bids_of(freelancer: UserId) -> String {
    format!("FREELANCER#{freelancer}#BIDS")
}
