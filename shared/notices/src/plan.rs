//! Who is told of a fact, in which words, and how.

mod bids;
mod chargebacks;
mod disputes;
mod money;
mod refunds;

use crate::context::{Context, Missing};
use crate::template::{
    FileRefused, MailStopped, MessageWaiting, PasswordChanged, SecondFactorDisabled, SecondFactorEnabled,
    SecondFactorGuessed, SessionReused,
};
use crate::{Category, Line, Live, Message, Notice, Place, Preferences, Template, Thing, What, pages};
use proconnect_domain::{FileId, MailStop, RoomId, UserId};
use proconnect_events::{BySide, Fact, SplitMissed};
use std::collections::BTreeMap;

/// Everything that is told because of a fact. People without preferences have the defaults. `Missing` when the context
/// lacks something that [`crate::needs`] named.
pub fn plan(
    fact: &Fact,
    context: &Context,
    preferences: &BTreeMap<UserId, Preferences>,
) -> Result<Vec<Notice>, Missing> {
    let planner = Planner { context, preferences };
    let mut notices = planner.plan(fact)?;
    notices.extend(pages::shown(fact));
    Ok(notices)
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
            Fact::MailStopped { user_id, why } => Ok(vec![Self::mail_stopped(user_id, why)]),

            Fact::TaskDeadlineNear {
                task_id,
                client_id,
                days,
            } => self.task_closes_soon(client_id, task_id, days),
            Fact::MilestoneDeadlineNear {
                milestone_id,
                user_id,
                days,
            } => self.clock_ends_soon(user_id, milestone_id, days),
            Fact::WorkDueNear {
                milestone_id,
                freelancer_id,
                days,
            } => self.work_due_soon(freelancer_id, milestone_id, days),
            Fact::TaskExpired { task_id, client_id } => self.task_expired(client_id, task_id),
            Fact::BidSubmitted {
                task_id,
                client_id,
                freelancer_id,
                amount,
                ..
            } => self.bid_received(client_id, task_id, freelancer_id, amount),
            Fact::BidShortlisted {
                task_id,
                client_id,
                freelancer_id,
                is_first: true,
                ..
            } => self.bid_shortlisted(freelancer_id, task_id, client_id),
            Fact::BidAccepted {
                contract_id,
                client_id,
                freelancer_id,
                ..
            } => self.bid_accepted(freelancer_id, contract_id, client_id),
            Fact::BidDeclined {
                task_id,
                freelancer_id,
                reason,
                ..
            } => self.bid_declined(freelancer_id, task_id, reason),
            Fact::BidderAsked(asked) => self.task_changed(&asked),
            Fact::BidExpired {
                task_id,
                freelancer_id,
                ..
            } => self.bid_expired(freelancer_id, task_id),

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
                milestone_id,
                client_id,
                freelancer_id,
                amount,
                payout,
            } => self.released(milestone_id, (client_id, amount), (freelancer_id, payout)),
            Fact::ReleaseBlocked {
                milestone_id,
                freelancer_id,
                payout,
            } => self.payout_blocked(freelancer_id, milestone_id, payout),
            Fact::HoldEnded {
                milestone_id,
                client_id,
                freelancer_id,
            } => self.hold_ended([client_id, freelancer_id], milestone_id),

            Fact::DisputeOpened(opened) => self.dispute_opened(opened),
            Fact::EvidenceAdded(BySide { of, by }) => self.evidence_added(of, by),
            Fact::SplitOffered(BySide { of, by }) => self.split_offered(of, by),
            Fact::SplitMissed(SplitMissed { of, round }) => self.split_missed(of, round),
            Fact::DisputeEscalated(of) => self.dispute_escalated(of),
            Fact::DisputeResolved(resolved) => self.dispute_resolved(resolved),
            Fact::DisputeWithdrawn(BySide { of, by }) => self.dispute_withdrawn(of, by),
            Fact::MilestoneRefunded(refunded) => self.refunded(refunded),
            Fact::RefundRequested(of) => self.refund_requested(of),
            Fact::RefundAgreed(agreed) => self.refund_agreed(agreed),
            Fact::RefundDeclined(of) => self.refund_declined(of),
            Fact::RefundUnanswered(of) => self.refund_unanswered(of),
            Fact::RefundWithdrawn(of) => self.refund_withdrawn(of),
            Fact::ChargebackOpened(of) => self.chargeback_opened(of),
            Fact::ChargebackClosed(closed) => self.chargeback_closed(closed),

            Fact::MessageMissed {
                room_id,
                sender_id,
                recipient_id,
                ..
            } => self.message_missed(recipient_id, room_id, sender_id),

            Fact::FileDecided { file_id, owner_id, .. } => Ok(self.file_decided(owner_id, file_id)),

            // They did it themselves, by showing the code that a command has mailed.
            Fact::AccountRegistered { .. }
            // They did it themselves a moment ago, and see it.
            | Fact::AccountVerified { .. }
            | Fact::TaskPosted { .. }
            | Fact::BidWithdrawn { .. }
            // Those who have bid are asked, each for their own bid, if it matters to them.
            | Fact::TaskChanged { .. }
            // The comparison shows it; there may be dozens.
            | Fact::BidKept(_)
            // Told once, however often the star is turned.
            | Fact::BidShortlisted { is_first: false, .. }
            // It would only hurt. Their bid shows it, and they are told of what is decided.
            | Fact::BidUnshortlisted { .. }
            | Fact::FileArrived { .. }
            // Their windows are told at once. Who has not seen it some minutes later is told of that.
            | Fact::MessageSent { .. }
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
            // What they answered with is told.
            | Fact::DisputeAnswered(_)
            // Nothing was paid and nothing changed: they can begin again.
            | Fact::CheckoutExpired { .. }
            // The platform's own work: an alarm tells those who run it, and the parties hear of the outcome.
            | Fact::ReleaseBegun { .. }
            | Fact::ReleaseUnblocked { .. }
            | Fact::ReleaseRetried { .. }
            | Fact::ReleaseUnknown { .. }
            | Fact::ReleaseFailed { .. }
            | Fact::RefundRetried { .. }
            // Nobody was told of the warning either.
            | Fact::FraudWarningCleared { .. } => Ok(Vec::new()),
        }
    }

    fn message(
        &self,
        to: UserId,
        category: Category,
        template: impl Into<Template>,
        (place, thing): (Option<Place>, Thing),
    ) -> Notice {
        let theirs = self.preferences.get(&to);
        Notice::Message(Message {
            to,
            category,
            mail: theirs.is_none_or(|theirs| theirs.mail(category)),
            template: template.into(),
            place,
            thing: Some(thing),
            notice: None,
        })
    }

    fn security(&self, to: UserId, template: impl Into<Template>, place: Place) -> Planned {
        let of = (Some(place), What::Account.called(None));
        Ok(vec![self.message(to, Category::Security, template, of)])
    }

    /// In the centre alone: no mail reaches them.
    fn mail_stopped(to: UserId, why: MailStop) -> Notice {
        let template = MailStopped { why }.into();
        Notice::Message(Message {
            to,
            category: Category::Security,
            mail: false,
            template,
            place: Some(Place::Security),
            thing: Some(What::Account.called(None)),
            notice: None,
        })
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
            let of = (None, What::File(id).called(Some(name.clone())));
            notices.push(self.message(owner, Category::Files, FileRefused { name, problem }, of));
        }
        notices
    }
}

/// Chat.
impl Planner<'_> {
    /// That there is something, from whom, and about which task. What was said is read in the room alone.
    fn message_missed(&self, to: UserId, room: RoomId, sender: UserId) -> Planned {
        let task_title = self.context.task()?;
        let of = (
            Some(Place::Room(room)),
            What::Room(room).called(Some(task_title.clone())),
        );
        let template = MessageWaiting {
            task_title,
            sender: self.context.name(sender)?,
        };
        Ok(vec![self.message(to, Category::Messages, template, of)])
    }
}
