//! What becomes true of a contract and its milestones.

use super::{ContractRecord, MilestoneRecord, RevisionRecord, SubmissionRecord};
use crate::StoreError;
use proconnect_domain::{MilestoneId, Money};
use proconnect_events::Fact;

impl ContractRecord {
    /// All milestones were approved: of the contract and of its task.
    pub(crate) fn completed(&self) -> [Fact; 2] {
        let (client_id, freelancer_id) = (self.client.id, self.freelancer.id);
        let contract = Fact::ContractCompleted {
            contract_id: self.id,
            client_id,
            freelancer_id,
        };
        let task = Fact::TaskCompleted {
            task_id: self.task_id,
            client_id,
            freelancer_id,
            contract_id: self.id,
        };
        [contract, task]
    }

    pub(crate) fn submitted(&self, submission: &SubmissionRecord) -> Fact {
        Fact::WorkSubmitted {
            milestone_id: submission.milestone_id,
            submission_id: submission.id,
            client_id: self.client.id,
            freelancer_id: self.freelancer.id,
        }
    }

    pub(crate) fn changes_requested(&self, revision: &RevisionRecord) -> Fact {
        Fact::ChangesRequested {
            milestone_id: revision.milestone_id,
            revision_id: revision.id,
            client_id: self.client.id,
            freelancer_id: self.freelancer.id,
        }
    }

    pub(crate) fn approved(&self, milestone: &MilestoneRecord, by_silence: bool) -> Result<Fact, StoreError> {
        Ok(Fact::MilestoneApproved {
            milestone_id: milestone.id,
            client_id: self.client.id,
            freelancer_id: self.freelancer.id,
            amount: milestone.released_amount(),
            payout: milestone.payout()?,
            by_silence,
        })
    }

    pub(crate) fn hold_ended(&self, milestone: MilestoneId) -> Fact {
        Fact::HoldEnded {
            milestone_id: milestone,
            client_id: self.client.id,
            freelancer_id: self.freelancer.id,
        }
    }

    /// A checkout page was opened for a milestone.
    pub fn checkout_opened(&self, milestone: &MilestoneRecord) -> Fact {
        Fact::CheckoutOpened {
            milestone_id: milestone.id,
            client_id: self.client.id,
            amount: milestone.amount,
        }
    }

    /// A checkout page was closed without a payment.
    pub fn checkout_expired(&self, milestone: &MilestoneRecord) -> Fact {
        Fact::CheckoutExpired {
            milestone_id: milestone.id,
            client_id: self.client.id,
        }
    }

    /// A payment was made that takes days to arrive.
    pub fn payment_processing(&self, milestone: &MilestoneRecord) -> Fact {
        Fact::PaymentProcessing {
            milestone_id: milestone.id,
            client_id: self.client.id,
            freelancer_id: self.freelancer.id,
            amount: milestone.amount,
        }
    }

    /// A payment failed; no money was taken.
    pub fn funding_failed(&self, milestone: &MilestoneRecord) -> Fact {
        Fact::FundingFailed {
            milestone_id: milestone.id,
            client_id: self.client.id,
        }
    }

    pub(crate) fn second_payment_returned(&self, milestone: MilestoneId, amount: Money) -> Fact {
        Fact::SecondPaymentReturned {
            milestone_id: milestone,
            client_id: self.client.id,
            freelancer_id: self.freelancer.id,
            amount,
        }
    }

    pub(crate) fn funded(&self, milestone: &MilestoneRecord) -> Fact {
        Fact::MilestoneFunded {
            milestone_id: milestone.id,
            client_id: self.client.id,
            freelancer_id: self.freelancer.id,
            amount: milestone.amount,
        }
    }

    pub(crate) fn released(&self, milestone: &MilestoneRecord) -> Result<Fact, StoreError> {
        Ok(Fact::MilestoneReleased {
            milestone_id: milestone.id,
            client_id: self.client.id,
            freelancer_id: self.freelancer.id,
            amount: milestone.released_amount(),
            payout: milestone.payout()?,
        })
    }

    pub(crate) fn release_blocked(&self, milestone: &MilestoneRecord) -> Result<Fact, StoreError> {
        Ok(Fact::ReleaseBlocked {
            milestone_id: milestone.id,
            freelancer_id: self.freelancer.id,
            payout: milestone.payout()?,
        })
    }

    pub(crate) fn release_unblocked(&self, milestone: MilestoneId) -> Fact {
        Fact::ReleaseUnblocked {
            milestone_id: milestone,
            freelancer_id: self.freelancer.id,
        }
    }
}
