//! What a fact's notices say beyond its ids and amounts.

use crate::{Line, Lines};
use proconnect_domain::{
    Actor, BidId, Date, DisputeId, FileId, FileProblem, MilestoneId, RevisionId, TaskEdit, TaskId, UserId,
    Waiting,
};
use proconnect_events::{
    BySide, ChargebackClosed, DisputeOpened, DisputeResolved, Fact, MilestoneRefunded, OfDispute,
    RefundAgreed, SplitMissed,
};
use std::collections::BTreeMap;

/// The records that a fact's notices are made of. All can be read in one batch, except that an invoice is found by way of
/// its milestone.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Needs {
    /// People whose names are written.
    pub people: Vec<UserId>,
    /// The task whose title is written.
    pub task: Option<TaskId>,
    /// What of the task has changed since this edition is written too.
    pub changes_since: Option<u32>,
    /// The bid whose note is written: the id, and what it is kept under.
    pub bid: Option<(BidId, TaskId, UserId)>,
    /// The milestone, in its contract, whose title is written.
    pub milestone: Option<MilestoneId>,
    /// The milestone's clock is written too.
    pub clock: bool,
    /// The milestone's due date is written too.
    pub due_date: bool,
    /// Of the two only what is still this near, and still that person's to do.
    pub reminder: Option<Reminder>,
    /// The revision request whose comment is written.
    pub revision: Option<RevisionId>,
    /// Whose payment line for the milestone bears the invoice's number.
    pub invoice_of: Option<UserId>,
    /// The file whose name is written.
    pub file: Option<FileId>,
    /// The dispute whose clock or ruling is written.
    pub dispute: Option<DisputeId>,
    /// Which words of the milestone's last request for a refund are written.
    pub said_of_refund: Option<RefundWords>,
}

/// What is said of a refund.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RefundWords {
    /// Why the client asks.
    Reason,
    /// Why the freelancer declined.
    Answer,
}

impl Needs {
    /// Nothing has to be read.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    fn task(id: TaskId) -> Self {
        Self {
            task: Some(id),
            ..Self::default()
        }
    }

    fn milestone(id: MilestoneId) -> Self {
        Self {
            milestone: Some(id),
            ..Self::default()
        }
    }

    fn with(self, person: UserId) -> Self {
        Self {
            people: vec![person],
            ..self
        }
    }

    fn dispute(of: OfDispute) -> Self {
        Self {
            dispute: Some(of.dispute_id),
            ..Self::milestone(of.milestone_id)
        }
    }

    fn with_clock(self) -> Self {
        Self { clock: true, ..self }
    }
}

/// Whom a deadline is told to, and how near it is said to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reminder {
    /// Who must act.
    pub to: UserId,
    /// How many days are left at most.
    pub days: u8,
}

/// What has to be read to tell a fact.
pub fn needs(fact: &Fact) -> Needs {
    match *fact {
        Fact::BidSubmitted {
            task_id,
            freelancer_id,
            ..
        } => Needs::task(task_id).with(freelancer_id),
        Fact::BidAccepted {
            task_id, client_id, ..
        }
        | Fact::BidShortlisted {
            task_id, client_id, ..
        } => Needs::task(task_id).with(client_id),
        Fact::BidDeclined {
            bid_id,
            task_id,
            freelancer_id,
            reason,
            ..
        } => Needs {
            bid: reason.has_note().then_some((bid_id, task_id, freelancer_id)),
            ..Needs::task(task_id)
        },
        Fact::BidderAsked(asked) => Needs {
            changes_since: Some(asked.since),
            ..Needs::task(asked.task_id).with(asked.client_id)
        },
        Fact::BidExpired { task_id, .. }
        | Fact::TaskExpired { task_id, .. }
        | Fact::TaskDeadlineNear { task_id, .. } => Needs::task(task_id),
        Fact::WorkSubmitted {
            milestone_id,
            freelancer_id,
            ..
        } => Needs::milestone(milestone_id).with(freelancer_id).with_clock(),
        Fact::ChangesRequested {
            milestone_id,
            revision_id,
            ..
        } => Needs {
            revision: Some(revision_id),
            ..Needs::milestone(milestone_id)
        },
        Fact::HoldEnded { milestone_id, .. } => Needs::milestone(milestone_id).with_clock(),
        Fact::MilestoneDeadlineNear {
            milestone_id,
            user_id: to,
            days,
        } => Needs {
            reminder: Some(Reminder { to, days }),
            ..Needs::milestone(milestone_id).with_clock()
        },
        Fact::WorkDueNear {
            milestone_id,
            freelancer_id: to,
            days,
        } => Needs {
            due_date: true,
            reminder: Some(Reminder { to, days }),
            ..Needs::milestone(milestone_id)
        },
        Fact::MilestoneReleased {
            milestone_id,
            freelancer_id,
            ..
        } => Needs {
            invoice_of: Some(freelancer_id),
            ..Needs::milestone(milestone_id)
        },
        Fact::MilestoneApproved { milestone_id, .. }
        | Fact::MilestoneFunded { milestone_id, .. }
        | Fact::FundingFailed { milestone_id, .. }
        | Fact::SecondPaymentReturned { milestone_id, .. }
        | Fact::ReleaseBlocked { milestone_id, .. } => Needs::milestone(milestone_id),
        Fact::MessageMissed {
            task_id, sender_id, ..
        } => Needs::task(task_id).with(sender_id),
        Fact::FileDecided { file_id, .. } => Needs {
            file: Some(file_id),
            ..Needs::default()
        },
        Fact::DisputeOpened(DisputeOpened {
            of, opened_by: by, ..
        })
        | Fact::EvidenceAdded(BySide { of, by })
        | Fact::SplitOffered(BySide { of, by }) => Needs::dispute(of).with(of.person(by)),
        Fact::DisputeWithdrawn(BySide { of, by }) => Needs::milestone(of.milestone_id).with(of.person(by)),
        Fact::SplitMissed(SplitMissed { of, .. }) | Fact::DisputeEscalated(of) => Needs::dispute(of),
        Fact::DisputeResolved(DisputeResolved { of, .. }) => Needs {
            people: vec![of.client_id, of.freelancer_id],
            ..Needs::dispute(of)
        },
        Fact::MilestoneRefunded(MilestoneRefunded { milestone_id, .. }) => Needs::milestone(milestone_id),
        Fact::RefundRequested(of) => Needs {
            said_of_refund: Some(RefundWords::Reason),
            ..Needs::milestone(of.milestone_id).with(of.client_id).with_clock()
        },
        Fact::RefundAgreed(RefundAgreed { of, .. }) => {
            Needs::milestone(of.milestone_id).with(of.freelancer_id)
        }
        Fact::RefundDeclined(of) => Needs {
            said_of_refund: Some(RefundWords::Answer),
            ..Needs::milestone(of.milestone_id).with(of.freelancer_id)
        },
        Fact::RefundUnanswered(of) => Needs {
            people: vec![of.client_id, of.freelancer_id],
            ..Needs::milestone(of.milestone_id)
        },
        Fact::RefundWithdrawn(of) => Needs::milestone(of.milestone_id).with(of.client_id),
        Fact::ChargebackOpened(of) | Fact::ChargebackClosed(ChargebackClosed { of, .. }) => {
            Needs::milestone(of.milestone_id)
        }
        // A test finds out when one of these is told with something that was not read.
        _ => Needs::default(),
    }
}

/// What was read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Context {
    /// What people are called.
    pub people: BTreeMap<UserId, String>,
    /// The task's title.
    pub task_title: Option<String>,
    /// What of the task has changed.
    pub task_changes: Vec<TaskEdit>,
    /// What the client wrote to the declined bid, if anything.
    pub decline_note: Option<String>,
    /// The milestone's title.
    pub milestone_title: Option<String>,
    /// What its contract is about.
    pub contract_title: Option<String>,
    /// What silence does to the milestone, and when; none when nothing is waited for any more.
    pub clock: Option<Waiting>,
    /// By when the work is to be handed in; none when that is not waited for any more.
    pub due_date: Option<Date>,
    /// What the revision request asks for.
    pub comment: Option<String>,
    /// The number of the invoice.
    pub invoice_number: Option<String>,
    /// The file, unless it was taken back meanwhile.
    pub file: Option<FileDetails>,
    /// The dispute, as it is now.
    pub dispute: Option<DisputeDetails>,
    /// What is said of the milestone's last request for a refund.
    pub said_of_refund: Option<String>,
}

/// A dispute, as it is now.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DisputeDetails {
    /// What happens next, said to the client; none once it is decided.
    pub client_clock: Option<String>,
    /// The same said to the freelancer.
    pub freelancer_clock: Option<String>,
    /// Why an admin decided as they did.
    pub ruling: Option<String>,
}

/// A file that was looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileDetails {
    /// What it is called.
    pub name: String,
    /// Why it was refused, if it was.
    pub problem: Option<FileProblem>,
}

/// Something that a notice says was not found, although facts outlive no record that they name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the {0} of a notice was not found")]
pub struct Missing(pub &'static str);

impl Context {
    pub(crate) fn name(&self, person: UserId) -> Result<Line, Missing> {
        found(self.people.get(&person), "person")
    }

    pub(crate) fn task(&self) -> Result<Line, Missing> {
        found(self.task_title.as_ref(), "task")
    }

    pub(crate) fn milestone(&self) -> Result<Line, Missing> {
        found(self.milestone_title.as_ref(), "milestone")
    }

    pub(crate) fn contract(&self) -> Option<Line> {
        self.contract_title.as_deref().map(Line::from)
    }

    /// The clock, said to one side.
    pub(crate) fn clock(&self, reader: Actor) -> Option<Line> {
        let clock = self.clock.as_ref()?;
        Some(Line::from(clock.said_to(reader).as_str()))
    }

    /// The clock, said to whoever has to act.
    pub(crate) fn own_clock(&self) -> Option<Line> {
        self.clock(self.clock.as_ref()?.actor)
    }

    /// What happens next in the dispute, said to one side.
    pub(crate) fn dispute_clock(&self, reader: Actor) -> Option<Line> {
        let dispute = self.dispute.as_ref()?;
        let clock = match reader {
            Actor::Client => &dispute.client_clock,
            _ => &dispute.freelancer_clock,
        };
        clock.as_deref().map(Line::from)
    }

    /// Why an admin decided the dispute as they did.
    pub(crate) fn ruling(&self) -> Option<Lines> {
        let ruling = self.dispute.as_ref()?.ruling.as_deref();
        ruling.map(Lines::from)
    }

    /// What is said of the last request for a refund.
    pub(crate) fn said_of_refund(&self) -> Option<Lines> {
        self.said_of_refund.as_deref().map(Lines::from)
    }

    pub(crate) fn comment(&self) -> Result<Lines, Missing> {
        let comment = self.comment.as_deref();
        comment.map(Lines::from).ok_or(Missing("revision"))
    }

    pub(crate) fn invoice(&self) -> Result<Line, Missing> {
        found(self.invoice_number.as_ref(), "invoice")
    }
}

fn found(text: Option<&String>, what: &'static str) -> Result<Line, Missing> {
    text.map(|text| Line::from(text.as_str())).ok_or(Missing(what))
}
