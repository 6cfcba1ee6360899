//! One sample of every fact about disputes.

use super::{known, milestone_id, sample, usd};
use crate::samples::{CLARA, FIONA, Sample, id};
use crate::{Context, DisputeDetails};
use proconnect_domain::{Actor, DecidedBy, DisputeId, UserId};
use proconnect_events::Fact;

/// A dispute whose clock says what these two are told.
fn waits(client: &str, freelancer: &str) -> Context {
    Context {
        dispute: Some(DisputeDetails {
            client_clock: Some(client.to_owned()),
            freelancer_clock: Some(freelancer.to_owned()),
            ruling: None,
        }),
        ..known()
    }
}

fn ruled(ruling: Option<&str>) -> Context {
    Context {
        dispute: Some(DisputeDetails {
            ruling: ruling.map(str::to_owned),
            ..DisputeDetails::default()
        }),
        ..known()
    }
}

pub(super) fn dispute_facts() -> Vec<Sample> {
    let (client_id, freelancer_id): (UserId, UserId) = (id(CLARA), id(FIONA));
    let (milestone_id, dispute_id): (_, DisputeId) = (milestone_id(), id(11));
    let asked = "Say by 10 December 2026, 09:30 UTC what you would accept. If one of you hasn’t by then, an admin decides \
                 about $500.00.";
    let admin = "An admin rules about $500.00 by 10 December 2026, 09:30 UTC. If none has by then, each of the two gets half.";
    let resolved = |decided_by| Fact::DisputeResolved {
        dispute_id,
        milestone_id,
        client_id,
        freelancer_id,
        to_client: usd(20_000),
        payout: usd(27_000),
        decided_by,
    };
    vec![
        sample(
            "dispute-opened",
            Fact::DisputeOpened {
                dispute_id,
                milestone_id,
                client_id,
                freelancer_id,
                opened_by: Actor::Client,
                held: usd(50_000),
            },
            waits(
                "If the freelancer doesn’t answer by 10 December 2026, 09:30 UTC, an admin decides about $500.00 by what is there.",
                "If you don’t answer by 10 December 2026, 09:30 UTC, an admin decides about $500.00 by what is there.",
            ),
        ),
        sample(
            "dispute-answered",
            Fact::DisputeAnswered {
                dispute_id,
                milestone_id,
                client_id,
                freelancer_id,
            },
            known(),
        ),
        sample(
            "evidence-added",
            Fact::EvidenceAdded {
                dispute_id,
                milestone_id,
                client_id,
                freelancer_id,
                by: Actor::Freelancer,
            },
            waits(asked, asked),
        ),
        sample(
            "split-offered",
            Fact::SplitOffered {
                dispute_id,
                milestone_id,
                client_id,
                freelancer_id,
                by: Actor::Client,
            },
            waits(asked, asked),
        ),
        sample(
            "split-missed",
            Fact::SplitMissed {
                dispute_id,
                milestone_id,
                client_id,
                freelancer_id,
                round: 2,
            },
            waits(asked, asked),
        ),
        sample(
            "dispute-escalated",
            Fact::DisputeEscalated {
                dispute_id,
                milestone_id,
                client_id,
                freelancer_id,
            },
            waits(admin, admin),
        ),
        sample("dispute-agreed", resolved(DecidedBy::Agreement), ruled(None)),
        sample(
            "dispute-ruled",
            resolved(DecidedBy::Ruling),
            ruled(Some("Two of three drafts were delivered.\nThe third was never shown.")),
        ),
        sample("dispute-halved", resolved(DecidedBy::Silence), ruled(None)),
        sample(
            "dispute-withdrawn",
            Fact::DisputeWithdrawn {
                dispute_id,
                milestone_id,
                client_id,
                freelancer_id,
                by: Actor::Client,
            },
            known(),
        ),
        sample(
            "milestone-refunded",
            Fact::MilestoneRefunded {
                milestone_id,
                client_id,
                freelancer_id,
                amount: usd(20_000),
            },
            known(),
        ),
    ]
}
