//! Whose open pages show what a fact has changed: they are told to ask again, each side of it, and in every window.

use crate::{Live, Notice};
use proconnect_domain::{ContractId, UserId};
use proconnect_events::{
    BySide, ChargebackClosed, DisputeOpened, DisputeResolved, Fact, MilestoneRefunded, RefundAgreed,
    SplitMissed,
};

/// A frame for each side of the contract that a fact is about; nothing for any other.
pub(crate) fn shown(fact: &Fact) -> Vec<Notice> {
    let Some((contract, sides)) = contract(fact) else {
        return Vec::new();
    };
    let live = Live::Contract(contract);
    sides.map(|to| Notice::Live { to, live }).into()
}

/// Those who did it are among them: what follows from it, such as the freelancer's record, is there a moment later.
fn contract(fact: &Fact) -> Option<(ContractId, [UserId; 2])> {
    match *fact {
        Fact::BidAccepted {
            contract_id,
            client_id,
            freelancer_id,
            ..
        } => Some((contract_id, [client_id, freelancer_id])),
        Fact::WorkSubmitted {
            milestone_id,
            client_id,
            freelancer_id,
            ..
        }
        | Fact::ChangesRequested {
            milestone_id,
            client_id,
            freelancer_id,
            ..
        }
        | Fact::MilestoneApproved {
            milestone_id,
            client_id,
            freelancer_id,
            ..
        }
        | Fact::MilestoneFunded {
            milestone_id,
            client_id,
            freelancer_id,
            ..
        }
        | Fact::MilestoneReleased {
            milestone_id,
            client_id,
            freelancer_id,
            ..
        }
        | Fact::MilestoneRefunded(MilestoneRefunded {
            milestone_id,
            client_id,
            freelancer_id,
            ..
        }) => Some((milestone_id.contract_id(), [client_id, freelancer_id])),
        Fact::DisputeOpened(DisputeOpened { of, .. })
        | Fact::DisputeAnswered(of)
        | Fact::EvidenceAdded(BySide { of, .. })
        | Fact::SplitOffered(BySide { of, .. })
        | Fact::SplitMissed(SplitMissed { of, .. })
        | Fact::DisputeEscalated(of)
        | Fact::DisputeResolved(DisputeResolved { of, .. })
        | Fact::DisputeWithdrawn(BySide { of, .. }) => {
            Some((of.milestone_id.contract_id(), [of.client_id, of.freelancer_id]))
        }
        Fact::RefundRequested(of)
        | Fact::RefundAgreed(RefundAgreed { of, .. })
        | Fact::RefundDeclined(of)
        | Fact::RefundUnanswered(of)
        | Fact::RefundWithdrawn(of) => {
            Some((of.milestone_id.contract_id(), [of.client_id, of.freelancer_id]))
        }
        Fact::ChargebackOpened(of) | Fact::ChargebackClosed(ChargebackClosed { of, .. }) => {
            Some((of.milestone_id.contract_id(), [of.client_id, of.freelancer_id]))
        }
        _ => None,
    }
}
