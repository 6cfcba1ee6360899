//! Who is told of disputes.

use super::{Planned, Planner};
use crate::template::{
    DisputeEscalated, DisputeOpened, DisputeResolved, DisputeWithdrawn, EvidenceAdded, MilestoneRefunded,
    Parts, SplitMissed, SplitOffered,
};
use crate::{Category, Notice, Place, Template, What};
use proconnect_domain::{Actor, MilestoneId};
use proconnect_events::{self as events, OfDispute};

fn other(side: Actor) -> Actor {
    match side {
        Actor::Client => Actor::Freelancer,
        _ => Actor::Client,
    }
}

const SIDES: [Actor; 2] = [Actor::Client, Actor::Freelancer];

impl Planner<'_> {
    pub(super) fn dispute_opened(&self, opened: events::DisputeOpened) -> Planned {
        let events::DisputeOpened {
            of,
            opened_by: by,
            held,
        } = opened;
        let (milestone, who) = (self.context.milestone()?, self.context.name(of.person(by))?);
        let template = |reader| DisputeOpened {
            milestone: milestone.clone(),
            who: who.clone(),
            held,
            clock: self.context.dispute_clock(reader).map(Box::new),
            mine: reader == by,
        };
        Ok(SIDES
            .map(|reader| self.of_dispute(of, reader, template(reader)))
            .into())
    }

    /// Their own part is by preference: the dispute itself and its clocks were told by mail in any case.
    pub(super) fn evidence_added(&self, of: OfDispute, by: Actor) -> Planned {
        let reader = other(by);
        let template = EvidenceAdded {
            milestone: self.context.milestone()?,
            who: self.context.name(of.person(by))?,
            clock: self.context.dispute_clock(reader),
        };
        let place = (
            Some(Place::Dispute(of.dispute_id)),
            self.thing_of(of.milestone_id),
        );
        Ok(vec![self.message(
            of.person(reader),
            Category::Work,
            template,
            place,
        )])
    }

    pub(super) fn split_offered(&self, of: OfDispute, by: Actor) -> Planned {
        let reader = other(by);
        let template = SplitOffered {
            milestone: self.context.milestone()?,
            who: self.context.name(of.person(by))?,
            clock: self.context.dispute_clock(reader),
        };
        Ok(vec![self.of_dispute(of, reader, template)])
    }

    pub(super) fn split_missed(&self, of: OfDispute, round: u8) -> Planned {
        let milestone = self.context.milestone()?;
        let template = |reader| SplitMissed {
            milestone: milestone.clone(),
            round,
            clock: self.context.dispute_clock(reader),
        };
        Ok(SIDES
            .map(|reader| self.of_dispute(of, reader, template(reader)))
            .into())
    }

    pub(super) fn dispute_escalated(&self, of: OfDispute) -> Planned {
        let milestone = self.context.milestone()?;
        let template = |reader| DisputeEscalated {
            milestone: milestone.clone(),
            clock: self.context.dispute_clock(reader),
        };
        Ok(SIDES
            .map(|reader| self.of_dispute(of, reader, template(reader)))
            .into())
    }

    pub(super) fn dispute_resolved(&self, resolved: events::DisputeResolved) -> Planned {
        let events::DisputeResolved {
            of,
            to_client: refund,
            payout,
            decided_by,
        } = resolved;
        let milestone = self.context.milestone()?;
        let mut notices = Vec::new();
        for reader in SIDES {
            let template = DisputeResolved {
                milestone: milestone.clone(),
                parts: Box::new(Parts {
                    other: self.context.name(of.person(other(reader)))?,
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

    pub(super) fn dispute_withdrawn(&self, of: OfDispute, by: Actor) -> Planned {
        let (milestone, who) = (self.context.milestone()?, self.context.name(of.person(by))?);
        let place = || {
            (
                Some(Place::Contract(of.milestone_id.contract_id())),
                self.thing_of(of.milestone_id),
            )
        };
        let notice = |reader| {
            let template = DisputeWithdrawn {
                milestone: milestone.clone(),
                who: who.clone(),
                mine: reader == by,
            };
            self.message(of.person(reader), Category::Money, template, place())
        };
        Ok(SIDES.map(notice).into())
    }

    pub(super) fn refunded(&self, refunded: events::MilestoneRefunded) -> Planned {
        let (id, amount) = (refunded.milestone_id, refunded.amount);
        let to = [refunded.client_id, refunded.freelancer_id];
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
    fn of_dispute(&self, of: OfDispute, reader: Actor, template: impl Into<Template>) -> Notice {
        let place = (
            Some(Place::Dispute(of.dispute_id)),
            self.thing_of(of.milestone_id),
        );
        self.message(of.person(reader), Category::Money, template, place)
    }

    fn thing_of(&self, id: MilestoneId) -> crate::Thing {
        What::Contract(id.contract_id()).called(self.context.contract())
    }
}
