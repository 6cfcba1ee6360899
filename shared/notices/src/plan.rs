//! Who is told of a fact, in which words, and how.

use crate::context::{Context, Missing};
use crate::template::*;
use crate::{Category, Line, Live, Message, Notice, Place, Preferences};
use proconnect_domain::{DeclineReason, FileId, MilestoneId, Money, TaskId, UserId};
use proconnect_events::Fact;
use std::collections::BTreeMap;

/// Everything that is told because of a fact. People without preferences have the defaults. `Missing` when the context
/// lacks something that [`crate::needs`] named.
pub fn plan(
    fact: &Fact,
    context: &Context,
    preferences: &BTreeMap<UserId, Preferences>,
) -> Result<Vec<Notice>, Missing> {
    let planner = Planner { context, preferences };
    planner.plan(fact)
}

struct Planner<'a> {
    context: &'a Context,
    preferences: &'a BTreeMap<UserId, Preferences>,
}

type Planned = Result<Vec<Notice>, Missing>;

impl Planner<'_> {
    fn plan(&self, fact: &Fact) -> Planned {
        match *fact {
            Fact::PasswordChanged { user_id } => self.security(user_id, PasswordChanged {}, Place::Security),
            Fact::SecondFactorEnabled { user_id } => self.security(user_id, SecondFactorEnabled {}, Place::Security),
            Fact::SecondFactorDisabled { user_id } => self.security(user_id, SecondFactorDisabled {}, Place::Security),
            Fact::SecondFactorGuessed { user_id } => self.security(user_id, SecondFactorGuessed {}, Place::Security),
            Fact::RefreshTokenReused { user_id, .. } => self.security(user_id, SessionReused {}, Place::Security),

            Fact::TaskExpired { task_id, client_id } => self.task_expired(client_id, task_id),
            Fact::BidSubmitted {
                task_id,
                client_id,
                freelancer_id,
                amount,
                ..
            } => self.bid_received(client_id, task_id, freelancer_id, amount),
            Fact::BidAccepted {
                contract_id,
                client_id,
                freelancer_id,
                ..
            } => self.bid_accepted(freelancer_id, Place::Contract(contract_id), client_id),
            Fact::BidDeclined {
                freelancer_id, reason, ..
            } => self.bid_declined(freelancer_id, reason),
            Fact::BidExpired { freelancer_id, .. } => self.bid_expired(freelancer_id),

            Fact::WorkSubmitted {
                milestone_id,
                client_id,
                freelancer_id,
                ..
            } => self.work_submitted(client_id, milestone_id, freelancer_id),
            Fact::ChangesRequested {
                milestone_id,
                freelancer_id,
                ..
            } => self.changes_requested(freelancer_id, milestone_id),
            Fact::MilestoneApproved {
                milestone_id,
                client_id,
                freelancer_id,
                payout,
                by_silence,
                ..
            } => self.approved([client_id, freelancer_id], milestone_id, payout, by_silence),
            Fact::MilestoneFunded {
                milestone_id,
                client_id,
                freelancer_id,
                amount,
            } => self.funded([client_id, freelancer_id], milestone_id, amount),
            Fact::FundingFailed {
                milestone_id,
                client_id,
            } => self.funding_failed(client_id, milestone_id),
            Fact::SecondPaymentReturned {
                milestone_id,
                client_id,
                freelancer_id,
                amount,
            } => self.paid_twice([client_id, freelancer_id], milestone_id, amount),
            Fact::MilestoneReleased {
                client_id,
                freelancer_id,
                amount,
                payout,
                ..
            } => self.released((client_id, amount), (freelancer_id, payout)),
            Fact::ReleaseBlocked {
                freelancer_id, payout, ..
            } => self.payout_blocked(freelancer_id, payout),
            Fact::HoldEnded {
                milestone_id,
                client_id,
                freelancer_id,
            } => self.hold_ended([client_id, freelancer_id], milestone_id),

            Fact::FileDecided { file_id, owner_id, .. } => Ok(self.file_decided(owner_id, file_id)),

            // They did it themselves, by showing the code that a command has mailed.
            Fact::AccountRegistered { .. }
            // They did it themselves a moment ago, and see it.
            | Fact::AccountVerified { .. }
            | Fact::TaskPosted { .. }
            | Fact::BidWithdrawn { .. }
            | Fact::FileArrived { .. }
            | Fact::FileRemoved { .. }
            | Fact::CheckoutOpened { .. }
            // An admin says why, in words that no fact holds.
            | Fact::AccountSuspended { .. }
            | Fact::AccountRestored { .. }
            // Their address is gone with the account: the farewell is a command that bears it.
            | Fact::AccountClosed { .. }
            // It closes connections. Whoever had a reason to be told is told of that: a new password, a token
            // that was used twice.
            | Fact::SessionEnded { .. }
            | Fact::SessionsEnded { .. }
            // Each bidder is told that their bid is declined.
            | Fact::TaskCancelled { .. }
            // The approval of the last milestone was told to both.
            | Fact::TaskCompleted { .. }
            | Fact::ContractCompleted { .. }
            // The contract shows it; what comes of it is told.
            | Fact::PaymentProcessing { .. }
            // Nothing was paid and nothing changed: they can begin again.
            | Fact::CheckoutExpired { .. }
            // The platform's own work: an alarm tells those who run it, and the parties hear of the outcome.
            | Fact::ReleaseBegun { .. }
            | Fact::ReleaseUnblocked { .. }
            | Fact::ReleaseRetried { .. }
            | Fact::ReleaseUnknown { .. }
            | Fact::ReleaseFailed { .. } => Ok(Vec::new()),
        }
    }

    fn message(
        &self,
        to: UserId,
        category: Category,
        template: impl Into<Template>,
        place: impl Into<Option<Place>>,
    ) -> Notice {
        let theirs = self.preferences.get(&to);
        Notice::Message(Message {
            to,
            category,
            mail: theirs.is_none_or(|theirs| theirs.mail(category)),
            template: template.into(),
            place: place.into(),
        })
    }

    fn security(&self, to: UserId, template: impl Into<Template>, place: Place) -> Planned {
        Ok(vec![self.message(to, Category::Security, template, place)])
    }

    /// The page that waits for the outcome is told of every one, its owner of a refusal.
    fn file_decided(&self, owner: UserId, id: FileId) -> Vec<Notice> {
        let live = Live::File(id);
        let mut notices = vec![Notice::Live { to: owner, live }];
        // Taken back meanwhile: nobody needs to hear of it.
        let Some(file) = &self.context.file else {
            return notices;
        };
        if let Some(problem) = file.problem {
            let name = Line::from(file.name.as_str());
            notices.push(self.message(owner, Category::Files, FileRefused { name, problem }, None));
        }
        notices
    }
}

/// Tasks and bids.
impl Planner<'_> {
    fn task_expired(&self, client: UserId, id: TaskId) -> Planned {
        let task_title = self.context.task()?;
        let template = TaskExpired { task_title };
        Ok(vec![self.message(
            client,
            Category::Tasks,
            template,
            Place::Task(id),
        )])
    }

    fn bid_received(&self, client: UserId, task: TaskId, freelancer: UserId, amount: Money) -> Planned {
        let template = BidReceived {
            task_title: self.context.task()?,
            freelancer: self.context.name(freelancer)?,
            amount,
        };
        Ok(vec![self.message(
            client,
            Category::Bids,
            template,
            Place::Task(task),
        )])
    }

    fn bid_accepted(&self, freelancer: UserId, place: Place, client: UserId) -> Planned {
        let template = BidAccepted {
            task_title: self.context.task()?,
            client: self.context.name(client)?,
        };
        Ok(vec![self.message(
            freelancer,
            Category::BidDecisions,
            template,
            place,
        )])
    }

    fn bid_declined(&self, freelancer: UserId, reason: DeclineReason) -> Planned {
        let template = BidDeclined {
            task_title: self.context.task()?,
            reason,
            note: self.context.decline_note.as_deref().map(Line::from),
        };
        Ok(vec![self.message(
            freelancer,
            Category::BidDecisions,
            template,
            Place::MyBids,
        )])
    }

    fn bid_expired(&self, freelancer: UserId) -> Planned {
        let task_title = self.context.task()?;
        let template = BidExpired { task_title };
        Ok(vec![self.message(
            freelancer,
            Category::BidDecisions,
            template,
            Place::MyBids,
        )])
    }
}

/// Milestones and their money.
impl Planner<'_> {
    /// About money, since silence pays it out.
    fn work_submitted(&self, client: UserId, id: MilestoneId, freelancer: UserId) -> Planned {
        let template = WorkSubmitted {
            milestone: self.context.milestone()?,
            freelancer: self.context.name(freelancer)?,
            clock: self.context.clock(),
        };
        Ok(vec![self.message(
            client,
            Category::Money,
            template,
            contract(id),
        )])
    }

    fn changes_requested(&self, freelancer: UserId, id: MilestoneId) -> Planned {
        let template = ChangesRequested {
            milestone: self.context.milestone()?,
            comment: self.context.comment()?,
        };
        Ok(vec![self.message(
            freelancer,
            Category::Work,
            template,
            contract(id),
        )])
    }

    fn approved(&self, to: [UserId; 2], id: MilestoneId, payout: Money, by_silence: bool) -> Planned {
        let template = MilestoneApproved {
            milestone: self.context.milestone()?,
            payout,
            by_silence,
        };
        Ok(self.both(to, template, id))
    }

    fn funded(&self, to: [UserId; 2], id: MilestoneId, amount: Money) -> Planned {
        let milestone = self.context.milestone()?;
        Ok(self.both(to, MilestoneFunded { milestone, amount }, id))
    }

    fn funding_failed(&self, client: UserId, id: MilestoneId) -> Planned {
        let milestone = self.context.milestone()?;
        let template = FundingFailed { milestone };
        Ok(vec![self.message(
            client,
            Category::Money,
            template,
            contract(id),
        )])
    }

    fn paid_twice(&self, to: [UserId; 2], id: MilestoneId, amount: Money) -> Planned {
        let milestone = self.context.milestone()?;
        Ok(self.both(to, PaidTwice { milestone, amount }, id))
    }

    fn released(&self, (client, amount): (UserId, Money), (freelancer, payout): (UserId, Money)) -> Planned {
        let milestone = self.context.milestone()?;
        let sent = PaymentSent {
            milestone: milestone.clone(),
            amount: payout,
            invoice_number: self.context.invoice()?,
        };
        let released = PaymentReleased { milestone, amount };
        Ok(vec![
            self.message(freelancer, Category::Money, sent, Place::Payments),
            self.message(client, Category::Money, released, Place::Payments),
        ])
    }

    fn payout_blocked(&self, freelancer: UserId, amount: Money) -> Planned {
        let milestone = self.context.milestone()?;
        let template = PayoutBlocked { milestone, amount };
        Ok(vec![self.message(
            freelancer,
            Category::Money,
            template,
            Place::Payments,
        )])
    }

    fn hold_ended(&self, to: [UserId; 2], id: MilestoneId) -> Planned {
        let template = HoldEnded {
            milestone: self.context.milestone()?,
            clock: self.context.clock(),
        };
        Ok(self.both(to, template, id))
    }

    /// The same to both parties, about money.
    fn both(&self, to: [UserId; 2], template: impl Into<Template>, id: MilestoneId) -> Vec<Notice> {
        let template = template.into();
        let tell = |to| self.message(to, Category::Money, template.clone(), contract(id));
        to.into_iter().map(tell).collect()
    }
}

fn contract(id: MilestoneId) -> Place {
    Place::Contract(id.contract_id())
}
