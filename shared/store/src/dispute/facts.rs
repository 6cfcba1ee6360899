//! What becomes true of a dispute.

use super::DisputeRecord;
use crate::StoreError;
use proconnect_domain::{Actor, Outcome};
use proconnect_events::Fact;

impl DisputeRecord {
    pub(crate) fn opened(&self) -> Fact {
        Fact::DisputeOpened {
            dispute_id: self.id,
            milestone_id: self.milestone_id,
            client_id: self.client.id,
            freelancer_id: self.freelancer.id,
            opened_by: self.opened_by,
            held: self.held,
        }
    }

    pub(crate) fn answered(&self) -> Fact {
        Fact::DisputeAnswered {
            dispute_id: self.id,
            milestone_id: self.milestone_id,
            client_id: self.client.id,
            freelancer_id: self.freelancer.id,
        }
    }

    pub(crate) fn evidence_added(&self, by: Actor) -> Fact {
        Fact::EvidenceAdded {
            dispute_id: self.id,
            milestone_id: self.milestone_id,
            client_id: self.client.id,
            freelancer_id: self.freelancer.id,
            by,
        }
    }

    pub(crate) fn split_offered(&self, by: Actor) -> Fact {
        Fact::SplitOffered {
            dispute_id: self.id,
            milestone_id: self.milestone_id,
            client_id: self.client.id,
            freelancer_id: self.freelancer.id,
            by,
        }
    }

    pub(crate) fn split_missed(&self) -> Fact {
        Fact::SplitMissed {
            dispute_id: self.id,
            milestone_id: self.milestone_id,
            client_id: self.client.id,
            freelancer_id: self.freelancer.id,
            round: self.round,
        }
    }

    pub(crate) fn escalated(&self) -> Fact {
        Fact::DisputeEscalated {
            dispute_id: self.id,
            milestone_id: self.milestone_id,
            client_id: self.client.id,
            freelancer_id: self.freelancer.id,
        }
    }

    pub(crate) fn withdrawn(&self) -> Fact {
        Fact::DisputeWithdrawn {
            dispute_id: self.id,
            milestone_id: self.milestone_id,
            client_id: self.client.id,
            freelancer_id: self.freelancer.id,
            by: self.opened_by,
        }
    }

    pub(crate) fn resolved(&self, outcome: &Outcome) -> Result<Fact, StoreError> {
        let fee = outcome.to_freelancer.share(self.fee_basis_points);
        Ok(Fact::DisputeResolved {
            dispute_id: self.id,
            milestone_id: self.milestone_id,
            client_id: self.client.id,
            freelancer_id: self.freelancer.id,
            to_client: outcome.to_client,
            payout: outcome.to_freelancer.checked_sub(fee)?,
            decided_by: outcome.decided_by,
        })
    }
}
