//! Which part of a transaction was refused, for callers who tell people why.

use crate::StoreError;
use crate::bid::BidRecord;
use crate::block::BLOCKED;
use crate::dispute::FROZEN;
use crate::message::SentRecord;
use crate::record::Record as _;
use crate::task::TaskRecord;

/// What the counters of a contract's or a task's client are called in a transaction.
pub(crate) const CLIENT: &str = "client";

/// What the account of a contract's freelancer is called in a transaction that asks whether it is in use.
pub(crate) const FREELANCER: &str = "freelancer";

/// What the account of whoever is written to is called in a transaction that notes that they were.
pub(crate) const RECIPIENT: &str = "recipient";

/// A write whose condition did not hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refused {
    /// The account is no client's.
    Client,
    /// The freelancer's account is not in use.
    Freelancer,
    /// The freelancer has bid already.
    Bid,
    /// The task is no longer open.
    Task,
    /// A message was sent under that id already.
    Sent,
    /// One of the two has blocked the other.
    Blocked,
    /// A dispute between the two of a room is open.
    Frozen,
    /// Whoever is written to has left.
    Recipient,
}

impl Refused {
    fn label(self) -> &'static str {
        match self {
            Refused::Client => CLIENT,
            Refused::Freelancer => FREELANCER,
            Refused::Bid => BidRecord::TYPE,
            Refused::Task => TaskRecord::TYPE,
            Refused::Sent => SentRecord::TYPE,
            Refused::Blocked => BLOCKED,
            Refused::Frozen => FROZEN,
            Refused::Recipient => RECIPIENT,
        }
    }
}

impl StoreError {
    /// Whether the condition of this very write refused the transaction.
    pub fn is_refused(&self, by: Refused) -> bool {
        self.is_condition(by.label())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_is_told_apart() {
        let all = [
            Refused::Client,
            Refused::Freelancer,
            Refused::Bid,
            Refused::Task,
            Refused::Sent,
            Refused::Blocked,
            Refused::Frozen,
            Refused::Recipient,
        ];
        for by in all {
            let error = StoreError::Condition(by.label());
            let refused: Vec<_> = all.into_iter().filter(|by| error.is_refused(*by)).collect();
            assert_eq!(refused, [by]);
            assert!(!StoreError::Stale(by.label()).is_refused(by));
        }
    }
}
