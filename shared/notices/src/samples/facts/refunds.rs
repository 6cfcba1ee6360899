//! One sample of every fact about refunds that the two agree on.

use super::{clock, known, milestone_id, sample, usd};
use crate::Context;
use crate::samples::{CLARA, FIONA, Sample, id};
use proconnect_domain::{Actor, SilenceOutcome};
use proconnect_events::{Fact, OfRefund, RefundAgreed};

fn said(text: &str, context: Context) -> Context {
    Context {
        said_of_refund: Some(text.to_owned()),
        ..context
    }
}

pub(super) fn refund_facts() -> Vec<Sample> {
    let of = |rest| OfRefund {
        milestone_id: milestone_id(),
        client_id: id(CLARA),
        freelancer_id: id(FIONA),
        amount: usd(20_000),
        rest: usd(rest),
    };
    let waits = clock((Actor::Freelancer, SilenceOutcome::OpenToAdmin, 50_000));
    let agreed = |rest, offered| {
        Fact::RefundAgreed(RefundAgreed {
            of: of(rest),
            offered,
        })
    };
    vec![
        sample(
            "refund-requested",
            Fact::RefundRequested(of(30_000)),
            said("The shop closes <soon>.", waits.clone()),
        ),
        sample(
            "refund-of-all-requested",
            Fact::RefundRequested(of(0)),
            said("The shop closes.", waits),
        ),
        sample("refund-accepted", agreed(30_000, false), known()),
        sample("refund-offered", agreed(0, true), known()),
        sample(
            "refund-declined",
            Fact::RefundDeclined(of(30_000)),
            said("All three drafts were delivered.", known()),
        ),
        sample("refund-unanswered", Fact::RefundUnanswered(of(30_000)), known()),
        sample("refund-withdrawn", Fact::RefundWithdrawn(of(30_000)), known()),
        sample(
            "refund-retried",
            Fact::RefundRetried {
                milestone_id: milestone_id(),
            },
            known(),
        ),
    ]
}
