//! One sample of every fact about money.

use super::{clock, known, milestone_id, sample, usd};
use crate::Context;
use crate::samples::{CLARA, FIONA, Sample, id};
use proconnect_domain::{Actor, SilenceOutcome, UserId};
use proconnect_events::Fact;

pub(super) fn money_facts() -> Vec<Sample> {
    let (client_id, freelancer_id): (UserId, UserId) = (id(CLARA), id(FIONA));
    let (milestone_id, amount, payout) = (milestone_id(), usd(50_000), usd(45_000));
    let invoiced = Context {
        invoice_number: Some("PC-00000002-0007".to_owned()),
        ..known()
    };
    let hold = (Actor::Client, SilenceOutcome::ForceDecision, 50_000);
    vec![
        sample(
            "checkout-opened",
            Fact::CheckoutOpened {
                milestone_id,
                client_id,
                amount,
            },
            known(),
        ),
        sample(
            "payment-processing",
            Fact::PaymentProcessing {
                milestone_id,
                client_id,
                freelancer_id,
                amount,
            },
            known(),
        ),
        sample(
            "milestone-funded",
            Fact::MilestoneFunded {
                milestone_id,
                client_id,
                freelancer_id,
                amount,
            },
            known(),
        ),
        sample(
            "funding-failed",
            Fact::FundingFailed {
                milestone_id,
                client_id,
            },
            known(),
        ),
        sample(
            "second-payment-returned",
            Fact::SecondPaymentReturned {
                milestone_id,
                client_id,
                freelancer_id,
                amount,
            },
            known(),
        ),
        sample(
            "checkout-expired",
            Fact::CheckoutExpired {
                milestone_id,
                client_id,
            },
            known(),
        ),
        sample(
            "milestone-released",
            Fact::MilestoneReleased {
                milestone_id,
                client_id,
                freelancer_id,
                amount,
                payout,
            },
            invoiced,
        ),
        sample(
            "release-blocked",
            Fact::ReleaseBlocked {
                milestone_id,
                freelancer_id,
                payout,
            },
            known(),
        ),
        sample("release-begun", Fact::ReleaseBegun { milestone_id }, known()),
        sample(
            "release-unblocked",
            Fact::ReleaseUnblocked {
                milestone_id,
                freelancer_id,
            },
            known(),
        ),
        sample("release-retried", Fact::ReleaseRetried { milestone_id }, known()),
        sample("release-unknown", Fact::ReleaseUnknown { milestone_id }, known()),
        sample("release-failed", Fact::ReleaseFailed { milestone_id }, known()),
        sample(
            "hold-ended",
            Fact::HoldEnded {
                milestone_id,
                client_id,
                freelancer_id,
            },
            clock(hold),
        ),
    ]
}
