//! Whose open pages show what a fact has changed: they are told to ask again, each side of it, and in every window.

use crate::{Live, Notice};
use proconnect_domain::{ContractId, UserId};
use proconnect_events::Fact;

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
        | Fact::DisputeOpened {
            milestone_id,
            client_id,
            freelancer_id,
            ..
        }
        | Fact::DisputeAnswered {
            milestone_id,
            client_id,
            freelancer_id,
            ..
        }
        | Fact::EvidenceAdded {
            milestone_id,
            client_id,
            freelancer_id,
            ..
        }
        | Fact::SplitOffered {
            milestone_id,
            client_id,
            freelancer_id,
            ..
        }
        | Fact::SplitMissed {
            milestone_id,
            client_id,
            freelancer_id,
            ..
        }
        | Fact::DisputeEscalated {
            milestone_id,
            client_id,
            freelancer_id,
            ..
        }
        | Fact::DisputeResolved {
            milestone_id,
            client_id,
            freelancer_id,
            ..
        }
        | Fact::DisputeWithdrawn {
            milestone_id,
            client_id,
            freelancer_id,
            ..
        }
        | Fact::MilestoneRefunded {
            milestone_id,
            client_id,
            freelancer_id,
            ..
        } => Some((milestone_id.contract_id(), [client_id, freelancer_id])),
        _ => None,
    }
}
