//! Who is told of tasks and bids.

use super::{Planned, Planner};
use crate::template::{
    BidAccepted, BidDeclined, BidExpired, BidReceived, BidShortlisted, TaskClosesSoon, TaskExpired,
};
use crate::{Category, Line, Place, Template, What};
use proconnect_domain::{ContractId, DeclineReason, Money, TaskId, UserId};

/// Tasks and bids.
impl Planner<'_> {
    pub(super) fn task_expired(&self, client: UserId, id: TaskId) -> Planned {
        let task_title = self.context.task()?;
        let of = (
            Some(Place::Task(id)),
            What::Task(id).called(Some(task_title.clone())),
        );
        Ok(vec![self.message(
            client,
            Category::Tasks,
            TaskExpired { task_title },
            of,
        )])
    }

    pub(super) fn task_closes_soon(&self, client: UserId, id: TaskId, days: u8) -> Planned {
        let task_title = self.context.task()?;
        let of = (
            Some(Place::Task(id)),
            What::Task(id).called(Some(task_title.clone())),
        );
        let template = TaskClosesSoon { task_title, days };
        Ok(vec![self.message(client, Category::Reminders, template, of)])
    }

    pub(super) fn bid_received(
        &self,
        client: UserId,
        task: TaskId,
        freelancer: UserId,
        amount: Money,
    ) -> Planned {
        let task_title = self.context.task()?;
        let of = (
            Some(Place::Task(task)),
            What::Task(task).called(Some(task_title.clone())),
        );
        let template = BidReceived {
            task_title,
            freelancer: self.context.name(freelancer)?,
            amount,
        };
        Ok(vec![self.message(client, Category::Bids, template, of)])
    }

    pub(super) fn bid_shortlisted(&self, freelancer: UserId, task: TaskId, client: UserId) -> Planned {
        let task_title = self.context.task()?;
        let of = (
            Some(Place::MyBids),
            What::Task(task).called(Some(task_title.clone())),
        );
        let template = BidShortlisted {
            task_title,
            client: self.context.name(client)?,
        };
        Ok(vec![self.message(freelancer, Category::Bids, template, of)])
    }

    pub(super) fn bid_accepted(&self, freelancer: UserId, id: ContractId, client: UserId) -> Planned {
        let task_title = self.context.task()?;
        let of = (
            Some(Place::Contract(id)),
            What::Contract(id).called(Some(task_title.clone())),
        );
        let template = BidAccepted {
            task_title,
            client: self.context.name(client)?,
        };
        Ok(vec![self.message(
            freelancer,
            Category::BidDecisions,
            template,
            of,
        )])
    }

    pub(super) fn bid_declined(&self, freelancer: UserId, task: TaskId, reason: DeclineReason) -> Planned {
        let template = BidDeclined {
            task_title: self.context.task()?,
            reason,
            note: self.context.decline_note.as_deref().map(Line::from),
        };
        self.bid_closed(freelancer, task, template)
    }

    pub(super) fn bid_expired(&self, freelancer: UserId, task: TaskId) -> Planned {
        let task_title = self.context.task()?;
        self.bid_closed(freelancer, task, BidExpired { task_title })
    }

    fn bid_closed(&self, freelancer: UserId, task: TaskId, template: impl Into<Template>) -> Planned {
        let title = self.context.task()?;
        let of = (Some(Place::MyBids), What::Task(task).called(Some(title)));
        let notice = self.message(freelancer, Category::BidDecisions, template, of);
        Ok(vec![notice])
    }
}
