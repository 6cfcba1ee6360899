//! Who is told of refunds that the two agree on.

use super::{Planned, Planner};
use crate::template::{RefundAgreed, RefundDeclined, RefundRequested, RefundUnanswered, RefundWithdrawn};
use crate::{Category, Notice, Template};
use proconnect_domain::{Actor, UserId};
use proconnect_events::{self as events, OfRefund};

impl Planner<'_> {
    pub(super) fn refund_requested(&self, of: OfRefund) -> Planned {
        let template = RefundRequested {
            milestone: self.context.milestone()?,
            who: Box::new(self.context.name(of.client_id)?),
            amount: of.amount,
            rest: Box::new(of.rest),
            clock: self.context.clock(Actor::Freelancer).map(Box::new),
            reason: self.context.said_of_refund().map(Box::new),
        };
        Ok(vec![self.of_refund(of.freelancer_id, of, template)])
    }

    /// Whoever gives it back sees it; what they are told is that it has arrived.
    pub(super) fn refund_agreed(&self, agreed: events::RefundAgreed) -> Planned {
        let events::RefundAgreed { of, offered } = agreed;
        let template = RefundAgreed {
            milestone: self.context.milestone()?,
            who: self.context.name(of.freelancer_id)?,
            amount: of.amount,
            rest: Box::new(of.rest),
            offered,
        };
        Ok(vec![self.of_refund(of.client_id, of, template)])
    }

    pub(super) fn refund_declined(&self, of: OfRefund) -> Planned {
        let template = RefundDeclined {
            milestone: self.context.milestone()?,
            who: self.context.name(of.freelancer_id)?,
            amount: of.amount,
            reason: self.context.said_of_refund().map(Box::new),
        };
        Ok(vec![self.of_refund(of.client_id, of, template)])
    }

    pub(super) fn refund_unanswered(&self, of: OfRefund) -> Planned {
        let milestone = self.context.milestone()?;
        let mut notices = Vec::new();
        for (to, other) in [(of.client_id, of.freelancer_id), (of.freelancer_id, of.client_id)] {
            let template = RefundUnanswered {
                milestone: milestone.clone(),
                other: self.context.name(other)?,
                amount: of.amount,
                to_client: to == of.client_id,
            };
            notices.push(self.of_refund(to, of, template));
        }
        Ok(notices)
    }

    pub(super) fn refund_withdrawn(&self, of: OfRefund) -> Planned {
        let template = RefundWithdrawn {
            milestone: self.context.milestone()?,
            who: self.context.name(of.client_id)?,
            amount: of.amount,
        };
        Ok(vec![self.of_refund(of.freelancer_id, of, template)])
    }

    fn of_refund(&self, to: UserId, of: OfRefund, template: impl Into<Template>) -> Notice {
        self.message(to, Category::Money, template, self.contract(of.milestone_id))
    }
}
