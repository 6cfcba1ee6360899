//! What becomes true of a bid.

use super::BidRecord;
use proconnect_domain::{ContractId, DeclineReason};
use proconnect_events::{BidKept, BidderAsked, Fact};

impl BidRecord {
    /// It was made.
    pub fn submitted(&self) -> Fact {
        Fact::BidSubmitted {
            bid_id: self.id,
            task_id: self.task_id,
            client_id: self.client_id,
            freelancer_id: self.freelancer.id,
            amount: self.amount,
        }
    }

    /// Its client keeps it in mind.
    pub fn shortlisted(&self) -> Fact {
        Fact::BidShortlisted {
            bid_id: self.id,
            task_id: self.task_id,
            client_id: self.client_id,
            freelancer_id: self.freelancer.id,
            is_first: !self.was_shortlisted,
        }
    }

    /// Its client keeps it in mind no longer.
    pub fn unshortlisted(&self) -> Fact {
        Fact::BidUnshortlisted {
            bid_id: self.id,
            task_id: self.task_id,
            client_id: self.client_id,
            freelancer_id: self.freelancer.id,
        }
    }

    /// It was taken back.
    pub fn withdrawn(&self) -> Fact {
        Fact::BidWithdrawn {
            bid_id: self.id,
            task_id: self.task_id,
            client_id: self.client_id,
            freelancer_id: self.freelancer.id,
        }
    }

    /// It became a contract.
    pub fn accepted(&self, contract: ContractId) -> Fact {
        Fact::BidAccepted {
            bid_id: self.id,
            task_id: self.task_id,
            contract_id: contract,
            client_id: self.client_id,
            freelancer_id: self.freelancer.id,
            amount: self.amount,
        }
    }

    /// It was declined.
    pub fn declined(&self, reason: DeclineReason) -> Fact {
        Fact::BidDeclined {
            bid_id: self.id,
            task_id: self.task_id,
            client_id: self.client_id,
            freelancer_id: self.freelancer.id,
            reason,
        }
    }

    /// Its task has changed since, and its freelancer was asked whether it stands.
    pub fn asked(&self, mailed: bool) -> Fact {
        Fact::BidderAsked(BidderAsked {
            bid_id: self.id,
            task_id: self.task_id,
            client_id: self.client_id,
            freelancer_id: self.freelancer.id,
            since: self.task_version,
            mailed,
        })
    }

    /// Its freelancer said that it stands.
    pub fn kept(&self) -> Fact {
        Fact::BidKept(BidKept {
            bid_id: self.id,
            task_id: self.task_id,
            client_id: self.client_id,
            freelancer_id: self.freelancer.id,
            version: self.task_version,
        })
    }

    /// Its task expired.
    pub fn expired(&self) -> Fact {
        Fact::BidExpired {
            bid_id: self.id,
            task_id: self.task_id,
            client_id: self.client_id,
            freelancer_id: self.freelancer.id,
        }
    }
}
