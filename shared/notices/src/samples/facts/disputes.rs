//! One sample of every fact about disputes.

use super::{known, milestone_id, sample, usd};
use crate::samples::{CLARA, FIONA, Sample, id};
use crate::{Context, DisputeDetails};
use proconnect_domain::{Actor, DecidedBy, UserId};
use proconnect_events::{
    BySide, DisputeOpened, DisputeResolved, Fact, MilestoneRefunded, OfDispute, SplitMissed,
};

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
    let of = OfDispute {
        dispute_id: id(11),
        milestone_id: milestone_id(),
        client_id,
        freelancer_id,
    };
    let by = |by| BySide { of, by };
    let asked = "Say by 10 December 2026, 09:30 UTC what you would accept. If one of you hasn’t by then, an admin decides \
                 about $500.00.";
    let admin = "An admin rules about $500.00 by 10 December 2026, 09:30 UTC. If none has by then, each of the two gets half.";
    let resolved = |decided_by, to_client, payout| {
        Fact::DisputeResolved(DisputeResolved {
            of,
            to_client: usd(to_client),
            payout: usd(payout),
            decided_by,
        })
    };
    let opened = Fact::DisputeOpened(DisputeOpened {
        of,
        opened_by: Actor::Client,
        held: usd(50_000),
    });
    let waits_for_her = waits(
        "If the freelancer doesn’t answer by 10 December 2026, 09:30 UTC, an admin decides about $500.00 by what is there.",
        "If you don’t answer by 10 December 2026, 09:30 UTC, an admin decides about $500.00 by what is there.",
    );
    let reason = "Two of three drafts were delivered.\nThe third was never shown.";
    let refunded = Fact::MilestoneRefunded(MilestoneRefunded {
        milestone_id: of.milestone_id,
        client_id,
        freelancer_id,
        amount: usd(20_000),
    });
    let missed = Fact::SplitMissed(SplitMissed { of, round: 2 });
    vec![
        sample("dispute-opened", opened, waits_for_her),
        sample("dispute-answered", Fact::DisputeAnswered(of), known()),
        sample(
            "evidence-added",
            Fact::EvidenceAdded(by(Actor::Freelancer)),
            waits(asked, asked),
        ),
        sample(
            "split-offered",
            Fact::SplitOffered(by(Actor::Client)),
            waits(asked, asked),
        ),
        sample("split-missed", missed, waits(asked, asked)),
        sample(
            "dispute-escalated",
            Fact::DisputeEscalated(of),
            waits(admin, admin),
        ),
        sample(
            "dispute-agreed",
            resolved(DecidedBy::Agreement, 20_000, 27_000),
            ruled(None),
        ),
        sample(
            "dispute-ruled",
            resolved(DecidedBy::Ruling, 50_000, 0),
            ruled(Some(reason)),
        ),
        sample(
            "dispute-halved",
            resolved(DecidedBy::Silence, 25_000, 22_500),
            ruled(None),
        ),
        sample(
            "dispute-withdrawn",
            Fact::DisputeWithdrawn(by(Actor::Client)),
            known(),
        ),
        sample("milestone-refunded", refunded, known()),
    ]
}
