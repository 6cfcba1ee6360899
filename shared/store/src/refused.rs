//! Which part of a transaction was refused, for callers who tell people why.

use crate::StoreError;
use crate::bid::BidRecord;
use crate::record::Record as _;
use crate::task::TaskRecord;

/// What the counters of a contract's or a task's client are called in a transaction.
pub(crate) const CLIENT: &str = "client";

/// A write whose condition did not hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refused {
    /// The account is no client's.
    Client,
    /// The freelancer has bid already.
    Bid,
    /// The task is no longer open.
    Task,
}

impl Refused {
    fn label(self) -> &'static str {
        match self {
            Refused::Client => CLIENT,
            Refused::Bid => BidRecord::TYPE,
            Refused::Task => TaskRecord::TYPE,
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
        let all = [Refused::Client, Refused::Bid, Refused::Task];
        for by in all {
            let error = StoreError::Condition(by.label());
            let refused: Vec<_> = all.into_iter().filter(|by| error.is_refused(*by)).collect();
            assert_eq!(refused, [by]);
            assert!(!StoreError::Stale(by.label()).is_refused(by));
        }
    }
}
