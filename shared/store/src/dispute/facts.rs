//! What becomes true of a dispute.

use super::DisputeRecord;
use crate::StoreError;
use proconnect_domain::{Actor, Outcome};
use proconnect_events::{BySide, DisputeOpened, DisputeResolved, Fact, OfDispute, SplitMissed};

impl DisputeRecord {
    fn of(&self) -> OfDispute {
        OfDispute {
            dispute_id: self.id,
            milestone_id: self.milestone_id,
            client_id: self.client.id,
            freelancer_id: self.freelancer.id,
        }
    }

    pub(crate) fn opened(&self) -> Fact {
        Fact::DisputeOpened(DisputeOpened {
            of: self.of(),
            opened_by: self.opened_by,
            held: self.held,
        })
    }

    pub(crate) fn answered(&self) -> Fact {
        Fact::DisputeAnswered(self.of())
    }

    pub(crate) fn evidence_added(&self, by: Actor) -> Fact {
        Fact::EvidenceAdded(BySide { of: self.of(), by })
    }

    pub(crate) fn split_offered(&self, by: Actor) -> Fact {
        Fact::SplitOffered(BySide { of: self.of(), by })
    }

    pub(crate) fn split_missed(&self) -> Fact {
        Fact::SplitMissed(SplitMissed {
            of: self.of(),
            round: self.round,
        })
    }

    pub(crate) fn escalated(&self) -> Fact {
        Fact::DisputeEscalated(self.of())
    }

    pub(crate) fn withdrawn(&self, by: Actor) -> Fact {
        Fact::DisputeWithdrawn(BySide { of: self.of(), by })
    }

    pub(crate) fn resolved(&self, outcome: &Outcome) -> Result<Fact, StoreError> {
        let fee = outcome.to_freelancer.share(self.fee_basis_points);
        Ok(Fact::DisputeResolved(DisputeResolved {
            of: self.of(),
            to_client: outcome.to_client,
            payout: outcome.to_freelancer.checked_sub(fee)?,
            decided_by: outcome.decided_by,
        }))
    }
}
