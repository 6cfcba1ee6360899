//! Who is told of milestones and their money.

use super::{Planned, Planner};
use crate::template::{
    ChangesRequested, ClockEndsSoon, FundingFailed, HoldEnded, MilestoneApproved, MilestoneFunded, PaidTwice,
    PaymentReleased, PaymentSent, PayoutBlocked, WorkDueSoon, WorkSubmitted,
};
use crate::{Category, Notice, Place, Template, Thing, What};
use proconnect_domain::{Actor, MilestoneId, Money, UserId};

/// Milestones and their money.
impl Planner<'_> {
    /// About money, since silence pays it out.
    pub(super) fn work_submitted(&self, client: UserId, id: MilestoneId, freelancer: UserId) -> Planned {
        let template = WorkSubmitted {
            milestone: self.context.milestone()?,
            freelancer: self.context.name(freelancer)?,
            clock: self.context.clock(Actor::Client),
        };
        Ok(vec![self.message(
            client,
            Category::Money,
            template,
            self.contract(id),
        )])
    }

    /// Not told any more once nothing is waited for, or somebody else is.
    pub(super) fn clock_ends_soon(&self, to: UserId, id: MilestoneId, days: u8) -> Planned {
        let milestone = self.context.milestone()?;
        let Some(clock) = self.context.own_clock() else {
            return Ok(Vec::new());
        };
        let template = ClockEndsSoon {
            milestone,
            clock,
            days,
        };
        Ok(vec![self.message(
            to,
            Category::Reminders,
            template,
            self.contract(id),
        )])
    }

    /// Not told any more once it was handed in.
    pub(super) fn work_due_soon(&self, freelancer: UserId, id: MilestoneId, days: u8) -> Planned {
        let milestone = self.context.milestone()?;
        let Some(due_date) = self.context.due_date else {
            return Ok(Vec::new());
        };
        let template = WorkDueSoon {
            milestone,
            due_date,
            days,
        };
        Ok(vec![self.message(
            freelancer,
            Category::Reminders,
            template,
            self.contract(id),
        )])
    }

    pub(super) fn changes_requested(&self, freelancer: UserId, id: MilestoneId) -> Planned {
        let template = ChangesRequested {
            milestone: self.context.milestone()?,
            comment: self.context.comment()?,
        };
        Ok(vec![self.message(
            freelancer,
            Category::Work,
            template,
            self.contract(id),
        )])
    }

    pub(super) fn approved(
        &self,
        to: [UserId; 2],
        id: MilestoneId,
        payout: Money,
        by_silence: bool,
    ) -> Planned {
        let milestone = self.context.milestone()?;
        let template = |reader| MilestoneApproved {
            milestone: milestone.clone(),
            payout,
            by_silence,
            to_client: reader == Actor::Client,
        };
        Ok(self.both(to, template, id))
    }

    pub(super) fn funded(&self, to: [UserId; 2], id: MilestoneId, amount: Money) -> Planned {
        let milestone = self.context.milestone()?;
        let template = |_| MilestoneFunded {
            milestone: milestone.clone(),
            amount,
        };
        Ok(self.both(to, template, id))
    }

    pub(super) fn funding_failed(&self, client: UserId, id: MilestoneId) -> Planned {
        let milestone = self.context.milestone()?;
        let template = FundingFailed { milestone };
        Ok(vec![self.message(
            client,
            Category::Money,
            template,
            self.contract(id),
        )])
    }

    pub(super) fn paid_twice(&self, to: [UserId; 2], id: MilestoneId, amount: Money) -> Planned {
        let milestone = self.context.milestone()?;
        let template = |reader| PaidTwice {
            milestone: milestone.clone(),
            amount,
            to_client: reader == Actor::Client,
        };
        Ok(self.both(to, template, id))
    }

    pub(super) fn released(
        &self,
        id: MilestoneId,
        (client, amount): (UserId, Money),
        (freelancer, payout): (UserId, Money),
    ) -> Planned {
        let milestone = self.context.milestone()?;
        let sent = PaymentSent {
            milestone: milestone.clone(),
            amount: payout,
            invoice_number: self.context.invoice()?,
        };
        let released = PaymentReleased { milestone, amount };
        Ok(vec![
            self.message(freelancer, Category::Money, sent, self.payments(id)),
            self.message(client, Category::Money, released, self.payments(id)),
        ])
    }

    pub(super) fn payout_blocked(&self, freelancer: UserId, id: MilestoneId, amount: Money) -> Planned {
        let milestone = self.context.milestone()?;
        let template = PayoutBlocked { milestone, amount };
        Ok(vec![self.message(
            freelancer,
            Category::Money,
            template,
            self.payments(id),
        )])
    }

    pub(super) fn hold_ended(&self, to: [UserId; 2], id: MilestoneId) -> Planned {
        let milestone = self.context.milestone()?;
        let template = |reader| HoldEnded {
            milestone: milestone.clone(),
            clock: self.context.clock(reader),
        };
        Ok(self.both(to, template, id))
    }

    /// The same to client and freelancer, about money, in words for each.
    pub(super) fn both<T: Into<Template>>(
        &self,
        to: [UserId; 2],
        template: impl Fn(Actor) -> T,
        id: MilestoneId,
    ) -> Vec<Notice> {
        let readers = to.into_iter().zip([Actor::Client, Actor::Freelancer]);
        readers
            .map(|(to, reader)| self.message(to, Category::Money, template(reader), self.contract(id)))
            .collect()
    }

    /// Leads to the contract, and belongs to it.
    pub(super) fn contract(&self, id: MilestoneId) -> (Option<Place>, Thing) {
        let id = id.contract_id();
        (
            Some(Place::Contract(id)),
            What::Contract(id).called(self.context.contract()),
        )
    }

    /// Leads to the payments, and belongs to the contract.
    fn payments(&self, id: MilestoneId) -> (Option<Place>, Thing) {
        (Some(Place::Payments), self.contract(id).1)
    }
}
