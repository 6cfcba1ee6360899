//! One sample of every fact.

mod chargebacks;
mod disputes;
mod files;
mod money;
mod refunds;

use super::{CLARA, FIONA, Sample, id};
use crate::Context;
use proconnect_domain::{
    Actor, BidId, Budget, BudgetType, ContractId, Currency, DAY, Date, DeclineReason, MailStop, MilestoneId,
    Money, RevisionId, SessionId, SilenceOutcome, SubmissionId, TaskEdit, TaskId, Timestamp, UserId, Waiting,
};
use proconnect_events::{BidKept, BidderAsked, Fact};
use std::collections::BTreeMap;

fn milestone_id() -> MilestoneId {
    MilestoneId::of(id(4), 1)
}

fn usd(amount: i64) -> Money {
    Money::new(amount, Currency::Usd)
}

/// What is known of a task and a milestone of it. Facts take of it what they need.
fn known() -> Context {
    Context {
        people: BTreeMap::from([
            (id(CLARA), "Clara Baker".to_owned()),
            (id(FIONA), "Fiona O'Neill".to_owned()),
        ]),
        task_title: Some("Design a logo for Baker & Daughters".to_owned()),
        milestone_title: Some("First drafts".to_owned()),
        contract_title: Some("Design a logo for Baker & Daughters".to_owned()),
        ..Context::default()
    }
}

/// With a clock that ends on 10 December 2026, 09:30 UTC.
fn clock((actor, on_silence, amount): (Actor, SilenceOutcome, i64)) -> Context {
    let clock = Waiting {
        actor,
        due_at: Timestamp::from_millis(1_796_895_000_000),
        on_silence,
        text: String::new(),
        amount: Some(usd(amount)),
    };
    Context {
        clock: Some(clock),
        ..known()
    }
}

/// Every fact, some of them twice.
pub fn facts() -> Vec<Sample> {
    let mut samples = account_facts();
    samples.extend(task_facts());
    samples.extend(work_facts());
    samples.extend(money::money_facts());
    samples.extend(files::file_facts());
    samples.extend(chat_facts());
    samples.extend(disputes::dispute_facts());
    samples.extend(refunds::refund_facts());
    samples.extend(chargebacks::chargeback_facts());
    samples
}

fn sample(name: &'static str, fact: Fact, context: Context) -> Sample {
    Sample { name, fact, context }
}

fn account_facts() -> Vec<Sample> {
    let user_id = id(CLARA);
    let session_id: SessionId = id(9);
    let before = Timestamp::from_millis(1_795_000_000_000);
    let facts = [
        ("account-registered", Fact::AccountRegistered { user_id }),
        ("account-verified", Fact::AccountVerified { user_id }),
        ("account-suspended", Fact::AccountSuspended { user_id }),
        ("account-restored", Fact::AccountRestored { user_id }),
        ("account-closed", Fact::AccountClosed { user_id }),
        ("password-changed", Fact::PasswordChanged { user_id }),
        ("second-factor-enabled", Fact::SecondFactorEnabled { user_id }),
        ("second-factor-disabled", Fact::SecondFactorDisabled { user_id }),
        ("second-factor-guessed", Fact::SecondFactorGuessed { user_id }),
        ("session-ended", Fact::SessionEnded { user_id, session_id }),
        ("sessions-ended", Fact::SessionsEnded { user_id, before }),
        (
            "refresh-token-reused",
            Fact::RefreshTokenReused { user_id, session_id },
        ),
        (
            "mail-stopped",
            Fact::MailStopped {
                user_id,
                why: MailStop::Bounced,
            },
        ),
        (
            "mail-stopped-as-spam",
            Fact::MailStopped {
                user_id,
                why: MailStop::Complained,
            },
        ),
    ];
    facts
        .map(|(name, fact)| sample(name, fact, Context::default()))
        .into()
}

fn task_facts() -> Vec<Sample> {
    let (task_id, bid_id): (TaskId, BidId) = (id(3), id(5));
    let (client_id, freelancer_id): (UserId, UserId) = (id(CLARA), id(FIONA));
    let (contract_id, amount): (ContractId, Money) = (id(4), usd(125_000));
    let declined = |reason| Fact::BidDeclined {
        bid_id,
        task_id,
        client_id,
        freelancer_id,
        reason,
    };
    let asked = |mailed| {
        Fact::BidderAsked(BidderAsked {
            bid_id,
            task_id,
            client_id,
            freelancer_id,
            since: 1,
            mailed,
        })
    };
    let changed = Context {
        task_changes: task_changes(),
        ..known()
    };
    let note = Context {
        decline_note: Some("Half of it would do.\nThank you for your time!".to_owned()),
        ..known()
    };
    vec![
        sample("task-posted", Fact::TaskPosted { task_id, client_id }, known()),
        sample(
            "task-cancelled",
            Fact::TaskCancelled { task_id, client_id },
            known(),
        ),
        sample(
            "task-changed",
            Fact::TaskChanged {
                task_id,
                client_id,
                version: 3,
            },
            known(),
        ),
        sample("task-expired", Fact::TaskExpired { task_id, client_id }, known()),
        sample(
            "task-deadline-near",
            Fact::TaskDeadlineNear {
                task_id,
                client_id,
                days: 3,
            },
            known(),
        ),
        sample(
            "task-completed",
            Fact::TaskCompleted {
                task_id,
                client_id,
                freelancer_id,
                contract_id,
            },
            known(),
        ),
        sample(
            "bid-submitted",
            Fact::BidSubmitted {
                bid_id,
                task_id,
                client_id,
                freelancer_id,
                amount,
            },
            known(),
        ),
        sample(
            "bid-shortlisted",
            Fact::BidShortlisted {
                bid_id,
                task_id,
                client_id,
                freelancer_id,
                is_first: true,
            },
            known(),
        ),
        sample(
            "bid-unshortlisted",
            Fact::BidUnshortlisted {
                bid_id,
                task_id,
                client_id,
                freelancer_id,
            },
            known(),
        ),
        sample(
            "bid-withdrawn",
            Fact::BidWithdrawn {
                bid_id,
                task_id,
                client_id,
                freelancer_id,
            },
            known(),
        ),
        sample(
            "bid-accepted",
            Fact::BidAccepted {
                bid_id,
                task_id,
                contract_id,
                client_id,
                freelancer_id,
                amount,
            },
            known(),
        ),
        sample("bid-declined", declined(DeclineReason::Price), note),
        sample(
            "bid-declined-with-its-task",
            declined(DeclineReason::TaskCancelled),
            Context {
                decline_note: Some("We found somebody in our own house.".to_owned()),
                ..known()
            },
        ),
        sample("bidder-asked", asked(true), changed.clone()),
        sample("bidder-asked-again", asked(false), changed),
        sample(
            "bid-kept",
            Fact::BidKept(BidKept {
                bid_id,
                task_id,
                client_id,
                freelancer_id,
                version: 3,
            }),
            known(),
        ),
        sample("bid-outbid", declined(DeclineReason::AnotherBidAccepted), known()),
        sample(
            "bid-expired",
            Fact::BidExpired {
                bid_id,
                task_id,
                client_id,
                freelancer_id,
            },
            known(),
        ),
        sample(
            "contract-completed",
            Fact::ContractCompleted {
                contract_id,
                client_id,
                freelancer_id,
            },
            known(),
        ),
    ]
}

/// A budget that was halved, a deadline that came nearer, and what was rewritten.
fn task_changes() -> Vec<TaskEdit> {
    let budget = |max| Budget {
        r#type: BudgetType::Fixed,
        min: 50_000,
        max,
        currency: Currency::Usd,
    };
    let decided = Timestamp::from_millis(1_796_895_000_000);
    vec![
        TaskEdit::Description { rewritten: true },
        TaskEdit::Budget {
            before: budget(200_000),
            after: budget(100_000),
        },
        TaskEdit::Deadline {
            before: decided.plus(DAY),
            after: decided,
        },
        TaskEdit::Location {
            before: None,
            after: Some("Bremen".to_owned()),
        },
    ]
}

fn work_facts() -> Vec<Sample> {
    let (client_id, freelancer_id): (UserId, UserId) = (id(CLARA), id(FIONA));
    let milestone_id = milestone_id();
    let (submission_id, revision_id): (SubmissionId, RevisionId) = (id(6), id(7));
    let approved = |by_silence| Fact::MilestoneApproved {
        milestone_id,
        client_id,
        freelancer_id,
        amount: usd(50_000),
        payout: usd(45_000),
        by_silence,
    };
    let work_due_near = Fact::WorkDueNear {
        milestone_id,
        freelancer_id,
        days: 3,
    };
    let due = Context {
        due_date: Some(Date::of(Timestamp::from_millis(1_796_895_000_000))),
        ..known()
    };
    let comment =
        "Thank you, this is close. Please:\n- make the loaf <b>bigger</b>\n- use the blue of the shop front";
    let asked = Context {
        comment: Some(comment.to_owned()),
        ..known()
    };
    let review = (Actor::Client, SilenceOutcome::ApproveAndRelease, 45_000);
    vec![
        sample(
            "work-submitted",
            Fact::WorkSubmitted {
                milestone_id,
                submission_id,
                client_id,
                freelancer_id,
            },
            clock(review),
        ),
        sample(
            "changes-requested",
            Fact::ChangesRequested {
                milestone_id,
                revision_id,
                client_id,
                freelancer_id,
            },
            asked,
        ),
        sample(
            "milestone-deadline-near",
            Fact::MilestoneDeadlineNear {
                milestone_id,
                user_id: client_id,
                days: 1,
            },
            clock(review),
        ),
        sample("work-due-near", work_due_near, due),
        sample("milestone-approved", approved(false), known()),
        sample("milestone-approved-by-silence", approved(true), known()),
    ]
}

fn chat_facts() -> Vec<Sample> {
    let (room_id, sender_id, recipient_id) = (id(9), id(FIONA), id(CLARA));
    let sent = Fact::MessageSent {
        message_id: id(10),
        room_id,
        sender_id,
        recipient_id,
    };
    let missed = Fact::MessageMissed {
        room_id,
        task_id: id(3),
        sender_id,
        recipient_id,
    };
    vec![
        sample("message-sent", sent, known()),
        sample("message-missed", missed, known()),
    ]
}
