//! Who is told of disputes.

use super::{Planned, Planner};
use crate::context::of_side;
use crate::template::{
    DisputeEscalated, DisputeOpened, DisputeResolved, DisputeWithdrawn, EvidenceAdded, MilestoneRefunded,
    Parts, SplitMissed, SplitOffered,
};
use crate::{Category, Notice, Place, Template, What};
use proconnect_domain::{Actor, DecidedBy, DisputeId, MilestoneId, Money, UserId};

/// A dispute, and whose it is.
#[derive(Clone, Copy)]
pub(super) struct Of {
    pub(super) dispute: DisputeId,
    pub(super) milestone: MilestoneId,
    pub(super) client: UserId,
    pub(super) freelancer: UserId,
}

impl Of {
    fn side(&self, side: Actor) -> UserId {
        of_side(side, self.client, self.freelancer)
    }
}

fn other(side: Actor) -> Actor {
    match side {
        Actor::Client => Actor::Freelancer,
        _ => Actor::Client,
    }
}

const SIDES: [Actor; 2] = [Actor::Client, Actor::Freelancer];

impl Planner<'_> {
    pub(super) fn dispute_opened(&self, of: Of, by: Actor, held: Money) -> Planned {
        let (milestone, who) = (self.context.milestone()?, self.context.name(of.side(by))?);
        let template = |reader| DisputeOpened {
            milestone: milestone.clone(),
            who: who.clone(),
            held,
            clock: self.context.dispute_clock(reader),
            mine: reader == by,
        };
        Ok(SIDES.map(|reader| self.of_dispute(of, reader, template(reader))).into())
    }

    /// Their own part is by preference: the dispute itself and its clocks were told by mail in any case.
    pub(super) fn evidence_added(&self, of: Of, by: Actor) -> Planned {
        let reader = other(by);
        let template = EvidenceAdded {
            milestone: self.context.milestone()?,
            who: self.context.name(of.side(by))?,
            clock: self.context.dispute_clock(reader),
        };
        let place = (Some(Place::Dispute(of.dispute)), self.thing_of(of.milestone));
        Ok(vec![self.message(of.side(reader), Category::Work, template, place)])
    }

    pub(super) fn split_offered(&self, of: Of, by: Actor) -> Planned {
        let reader = other(by);
        let template = SplitOffered {
            milestone: self.context.milestone()?,
            who: self.context.name(of.side(by))?,
            clock: self.context.dispute_clock(reader),
        };
        Ok(vec![self.of_dispute(of, reader, template)])
    }

    pub(super) fn split_missed(&self, of: Of, round: u8) -> Planned {
        let milestone = self.context.milestone()?;
        let template = |reader| SplitMissed {
            milestone: milestone.clone(),
            round,
            clock: self.context.dispute_clock(reader),
        };
        Ok(SIDES.map(|reader| self.of_dispute(of, reader, template(reader))).into())
    }

    pub(super) fn dispute_escalated(&self, of: Of) -> Planned {
        let milestone = self.context.milestone()?;
        let template = |reader| DisputeEscalated {
            milestone: milestone.clone(),
            clock: self.context.dispute_clock(reader),
        };
        Ok(SIDES.map(|reader| self.of_dispute(of, reader, template(reader))).into())
    }

    pub(super) fn dispute_resolved(
        &self,
        of: Of,
        (payout, refund): (Money, Money),
        decided_by: DecidedBy,
    ) -> Planned {
        let milestone = self.context.milestone()?;
        let mut notices = Vec::new();
        for reader in SIDES {
            let template = DisputeResolved {
                milestone: milestone.clone(),
                parts: Box::new(Parts {
                    other: self.context.name(of.side(other(reader)))?,
                    payout,
                    refund,
                    to_client: reader == Actor::Client,
                }),
                decided_by,
                ruling: self.context.ruling(),
            };
            notices.push(self.of_dispute(of, reader, template));
        }
        Ok(notices)
    }

    pub(super) fn dispute_withdrawn(&self, of: Of, by: Actor) -> Planned {
        let (milestone, who) = (self.context.milestone()?, self.context.name(of.side(by))?);
        let place = || {
            (
                Some(Place::Contract(of.milestone.contract_id())),
                self.thing_of(of.milestone),
            )
        };
        let notice = |reader| {
            let template = DisputeWithdrawn {
                milestone: milestone.clone(),
                who: who.clone(),
                mine: reader == by,
            };
            self.message(of.side(reader), Category::Money, template, place())
        };
        Ok(SIDES.map(notice).into())
    }

    pub(super) fn refunded(&self, to: [UserId; 2], id: MilestoneId, amount: Money) -> Planned {
        let milestone = self.context.milestone()?;
        let notice = |(to, reader)| {
            let template = MilestoneRefunded {
                milestone: milestone.clone(),
                amount,
                to_client: reader == Actor::Client,
            };
            let place = (Some(Place::Payments), self.thing_of(id));
            self.message(to, Category::Money, template, place)
        };
        Ok(to.into_iter().zip(SIDES).map(notice).collect())
    }

    /// About money: leads to the dispute.
    fn of_dispute(&self, of: Of, reader: Actor, template: impl Into<Template>) -> Notice {
        let place = (Some(Place::Dispute(of.dispute)), self.thing_of(of.milestone));
        self.message(of.side(reader), Category::Money, template, place)
    }

    fn thing_of(&self, id: MilestoneId) -> crate::Thing {
        What::Contract(id.contract_id()).called(self.context.contract())
    }
}
