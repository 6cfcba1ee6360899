//! One sample of every fact about chargebacks.

use super::{known, milestone_id, sample, usd};
use crate::samples::{CLARA, FIONA, Sample, id};
use proconnect_events::{ChargebackClosed, Fact, OfChargeback};

pub(super) fn chargeback_facts() -> Vec<Sample> {
    let of = |paid_out| OfChargeback {
        milestone_id: milestone_id(),
        client_id: id(CLARA),
        freelancer_id: id(FIONA),
        amount: usd(50_000),
        paid_out,
    };
    let closed = |paid_out, won| {
        let of = of(paid_out);
        Fact::ChargebackClosed(ChargebackClosed { of, won })
    };
    vec![
        sample("chargeback-opened", Fact::ChargebackOpened(of(false)), known()),
        sample(
            "chargeback-opened-after-payout",
            Fact::ChargebackOpened(of(true)),
            known(),
        ),
        sample("chargeback-won", closed(false, true), known()),
        sample("chargeback-won-after-payout", closed(true, true), known()),
        sample("chargeback-lost", closed(false, false), known()),
        sample("chargeback-lost-after-payout", closed(true, false), known()),
        sample(
            "fraud-warning-cleared",
            Fact::FraudWarningCleared {
                milestone_id: milestone_id(),
            },
            known(),
        ),
    ]
}
