//! Disputes as the API returns them: to each reader what they may know, which is never what the other would accept.

use super::cards::DisputeCard;
use super::record::{DisputeRecord, DisputeStep, EvidenceRecord, StepKind};
use crate::People;
use crate::contract::{MilestoneRecord, RefundLeg, RefundState, Settlement};
use crate::file::references;
use proconnect_api::{self as api, Dispute, DisputeOutcome, Evidence};
use proconnect_domain::{Actor, DISPUTE_ROUNDS, Outcome, UserId};

impl DisputeRecord {
    /// As one of the two, or an admin (`Platform`), sees it.
    pub fn view(&self, people: &People, evidence: &[EvidenceRecord], reader: Actor) -> Dispute {
        Dispute {
            id: self.id,
            contract_id: self.contract_id(),
            milestone_id: self.milestone_id,
            milestone_title: self.milestone_title.clone(),
            task_id: self.task_id,
            task_title: self.task_title.clone(),
            client: people.of(&self.client),
            freelancer: people.of(&self.freelancer),
            opened_by: self.opened_by,
            reason: self.reason.clone(),
            statement: self.statement.clone(),
            files: references(&self.files),
            status: self.status,
            held_amount: self.held,
            fee_basis_points: self.fee_basis_points,
            round: self.round,
            rounds: DISPUTE_ROUNDS,
            clock: self.clock_for(reader),
            own_offer: self.offer_of(reader),
            client_has_offered: self.client_most.is_some(),
            freelancer_has_offered: self.freelancer_least.is_some(),
            evidence: evidence.iter().map(EvidenceRecord::view).collect(),
            steps: self.steps.iter().map(DisputeStep::view).collect(),
            outcome: self.outcome.as_ref().map(|outcome| self.outcome_view(outcome)),
            opened_at: self.opened_at,
            closed_at: self.closed_at,
        }
    }

    fn outcome_view(&self, outcome: &Outcome) -> DisputeOutcome {
        let fee = outcome.to_freelancer.share(self.fee_basis_points);
        DisputeOutcome {
            kind: outcome.kind,
            to_freelancer: outcome.to_freelancer,
            to_client: outcome.to_client,
            fee,
            // Both are of one currency and the fee is a share of it.
            payout: outcome
                .to_freelancer
                .checked_sub(fee)
                .unwrap_or(outcome.to_freelancer),
            decided_by: outcome.decided_by,
            reason: self.ruling.clone(),
        }
    }
}

impl EvidenceRecord {
    fn view(&self) -> Evidence {
        Evidence {
            id: self.id,
            by: self.by,
            text: self.text.clone(),
            files: references(&self.files),
            added_at: self.added_at,
        }
    }
}

impl DisputeStep {
    fn view(&self) -> api::DisputeStep {
        api::DisputeStep {
            kind: match self.kind {
                StepKind::Opened => api::DisputeStepKind::Opened,
                StepKind::Answered => api::DisputeStepKind::Answered,
                StepKind::Offered => api::DisputeStepKind::Offered,
                StepKind::Missed => api::DisputeStepKind::Missed,
                StepKind::Escalated => api::DisputeStepKind::Escalated,
                StepKind::Resolved => api::DisputeStepKind::Resolved,
                StepKind::Withdrawn => api::DisputeStepKind::Withdrawn,
            },
            by: self.by,
            round: self.round,
            at: self.at,
        }
    }
}

impl DisputeCard {
    /// As the API answers it to somebody.
    pub fn view(self, people: &People, reader: UserId) -> api::DisputeCard {
        let clock = self.clock_for(reader);
        api::DisputeCard {
            id: self.id,
            contract_id: self.milestone_id.contract_id(),
            milestone_id: self.milestone_id,
            milestone_title: self.milestone_title,
            task_id: self.task_id,
            task_title: self.task_title,
            client: people.of(&self.client),
            freelancer: people.of(&self.freelancer),
            opened_by: self.opened_by,
            reason: self.reason,
            status: self.status,
            held_amount: self.held,
            round: self.round,
            clock,
            outcome: self.outcome,
            opened_at: self.opened_at,
        }
    }
}

impl MilestoneRecord {
    /// What a dispute decided about it, as the API returns it.
    pub(crate) fn settlement_view(&self) -> Option<api::Settlement> {
        let settled: &Settlement = self.settlement.as_ref()?;
        Some(api::Settlement {
            dispute_id: settled.dispute_id,
            to_freelancer: settled.to_freelancer,
            to_client: settled.to_client,
            fee: settled.fee,
            refund: settled.refund.as_ref().map(RefundLeg::view),
            decided_at: settled.decided_at,
        })
    }
}

impl RefundLeg {
    pub(crate) fn view(&self) -> api::RefundState {
        match self.status {
            RefundState::Ordered | RefundState::OnTheWay => api::RefundState::OnTheWay,
            RefundState::Refunded => api::RefundState::Refunded,
            RefundState::Failed => api::RefundState::Failed,
        }
    }
}
