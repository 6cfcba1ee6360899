//! Who is told of tasks and bids.

use super::{Planned, Planner};
use crate::template::{
    BidAccepted, BidDeclined, BidExpired, BidReceived, BidShortlisted, TaskChanged, TaskClosesSoon,
    TaskExpired,
};
use crate::{Category, Line, Notice, Place, Template, What};
use proconnect_domain::{Budget, ContractId, DeclineReason, Money, TaskEdit, TaskId, UserId};
use proconnect_events::BidderAsked;

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

    /// In the centre each time; by mail unless they were mailed lately and have not answered. What was changed back meanwhile asks
    /// nothing.
    pub(super) fn task_changed(&self, asked: &BidderAsked) -> Planned {
        let task_title = self.context.task()?;
        let changes: Vec<Line> = self.context.task_changes.iter().map(sentence).collect();
        // It was changed back meanwhile.
        if changes.is_empty() {
            return Ok(Vec::new());
        }
        let of = (
            Some(Place::Task(asked.task_id)),
            What::Task(asked.task_id).called(Some(task_title.clone())),
        );
        let template = TaskChanged {
            task_title,
            client: self.context.name(asked.client_id)?,
            changes,
        };
        let mut notice = self.message(asked.freelancer_id, Category::Bids, template, of);
        if let Notice::Message(message) = &mut notice {
            message.mail &= asked.mailed;
        }
        Ok(vec![notice])
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

/// A change, in a sentence.
fn sentence(edit: &TaskEdit) -> Line {
    let text = match edit {
        TaskEdit::Title { before, after } => format!("It is called “{after}” now; it was “{before}”."),
        TaskEdit::Description { rewritten: true } => "The description was rewritten.".to_owned(),
        TaskEdit::Description { rewritten: false } => "The description was corrected.".to_owned(),
        TaskEdit::Category { before, after } => format!(
            "The category is “{}” now; it was “{}”.",
            after.name(),
            before.name()
        ),
        TaskEdit::Skills { after, .. } if after.iter().next().is_none() => {
            "No special skills are asked for any more.".to_owned()
        }
        TaskEdit::Skills { after, .. } => {
            let skills: Vec<String> = after.iter().map(ToString::to_string).collect();
            format!("The skills asked for are {} now.", skills.join(", "))
        }
        TaskEdit::Budget { before, after } => {
            format!("The budget is {} now; it was {}.", range(after), range(before))
        }
        TaskEdit::Deadline { before, after } => format!(
            "The client decides by {} now; it was {}.",
            after.human(),
            before.human()
        ),
        TaskEdit::Location {
            after: Some(after), ..
        } => format!("The place is {after} now."),
        TaskEdit::Location { after: None, .. } => "The place no longer matters.".to_owned(),
        TaskEdit::Attachments { .. } => "The files that describe it were changed.".to_owned(),
    };
    Line::from(text)
}

fn range(budget: &Budget) -> String {
    let money = |amount| Money::new(amount, budget.currency);
    format!("{}–{}", money(budget.min), money(budget.max))
}
