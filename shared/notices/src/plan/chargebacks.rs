//! Who is told of chargebacks: both, each of what becomes of their money.

use super::{Planned, Planner};
use crate::template::{ChargebackClosed, ChargebackOpened};
use proconnect_domain::Actor;
use proconnect_events::{self as events, OfChargeback};

impl Planner<'_> {
    pub(super) fn chargeback_opened(&self, of: OfChargeback) -> Planned {
        let milestone = self.context.milestone()?;
        let template = |reader| ChargebackOpened {
            milestone: milestone.clone(),
            amount: of.amount,
            to_client: reader == Actor::Client,
            paid_out: of.paid_out,
        };
        Ok(self.both([of.client_id, of.freelancer_id], template, of.milestone_id))
    }

    pub(super) fn chargeback_closed(&self, closed: events::ChargebackClosed) -> Planned {
        let events::ChargebackClosed { of, won } = closed;
        let milestone = self.context.milestone()?;
        let template = |reader| ChargebackClosed {
            milestone: milestone.clone(),
            amount: of.amount,
            to_client: reader == Actor::Client,
            paid_out: of.paid_out,
            won,
        };
        Ok(self.both([of.client_id, of.freelancer_id], template, of.milestone_id))
    }
}
