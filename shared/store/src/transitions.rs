//! Which fact tells of each step of each state machine. A step that none tells of is not written.

use proconnect_domain::{
    BidEvent, BidStatus, ContractEvent, ContractStatus, DisputeEvent, DisputeStatus, FileEvent, FileStatus,
    FundsEvent, FundsStatus, RefundRequestEvent, RefundRequestStatus, TaskEvent, TaskStatus, UserEvent,
    UserStatus, WorkEvent, WorkStatus,
};
use proconnect_events::{Fact, FactKind};

/// Where one of a record's state machines stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum State {
    Task(TaskStatus),
    Bid(BidStatus),
    Contract(ContractStatus),
    Work(WorkStatus),
    Funds(FundsStatus),
    Account(UserStatus),
    File(FileStatus),
    Dispute(DisputeStatus),
    Refund(RefundRequestStatus),
}

impl State {
    /// What transactions call the items that have a state in their attribute `status`.
    pub(crate) const LABELS: [&'static str; 6] = ["task", "bid", "contract", "user", "file", "dispute"];
}

/// How a step is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Told {
    /// By this fact.
    By(FactKind),
    /// By none, since no function takes it yet: it comes with this feature.
    Later(&'static str),
}
use Told::{By, Later};

/// A state machine of `domain`.
pub(crate) trait Machine: Copy + PartialEq + std::fmt::Debug + 'static {
    type Step: Copy + std::fmt::Debug + 'static;
    const STATES: &'static [Self];
    const STEPS: &'static [Self::Step];
    fn next(self, step: Self::Step) -> Option<Self>;
    fn told(step: Self::Step) -> Told;
}

macro_rules! machine {
    ($status:ident, $event:ident: $($step:pat => $told:expr,)+) => {
        impl Machine for $status {
            type Step = $event;
            const STATES: &'static [Self] = $status::ALL;
            const STEPS: &'static [$event] = $event::ALL;
            fn next(self, step: $event) -> Option<Self> {
                self.apply(step).ok()
            }
            fn told(step: $event) -> Told {
                match step {
                    $($step => $told,)+
                }
            }
        }
    };
}

machine! { TaskStatus, TaskEvent:
    TaskEvent::Publish => By(FactKind::TaskPosted),
    TaskEvent::AcceptBid => By(FactKind::BidAccepted),
    TaskEvent::Complete => By(FactKind::TaskCompleted),
    TaskEvent::Cancel => By(FactKind::TaskCancelled),
    TaskEvent::Expire => By(FactKind::TaskExpired),
}
machine! { BidStatus, BidEvent:
    BidEvent::Shortlist => By(FactKind::BidShortlisted),
    BidEvent::Unshortlist => By(FactKind::BidUnshortlisted),
    BidEvent::Accept => By(FactKind::BidAccepted),
    BidEvent::Decline => By(FactKind::BidDeclined),
    BidEvent::Withdraw => By(FactKind::BidWithdrawn),
    BidEvent::Expire => By(FactKind::BidExpired),
}
machine! { ContractStatus, ContractEvent:
    ContractEvent::Complete => By(FactKind::ContractCompleted),
    ContractEvent::End => Later("ending a contract"),
    ContractEvent::Dispute => By(FactKind::DisputeOpened),
    ContractEvent::Resolve => By(FactKind::DisputeResolved),
    ContractEvent::Withdraw => By(FactKind::DisputeWithdrawn),
}
machine! { WorkStatus, WorkEvent:
    WorkEvent::Submit => By(FactKind::WorkSubmitted),
    WorkEvent::RequestChanges => By(FactKind::ChangesRequested),
    WorkEvent::Approve | WorkEvent::AutoApprove => By(FactKind::MilestoneApproved),
}
machine! { FundsStatus, FundsEvent:
    FundsEvent::OpenCheckout => By(FactKind::CheckoutOpened),
    FundsEvent::PaymentProcessing => By(FactKind::PaymentProcessing),
    FundsEvent::PaymentSucceeded => By(FactKind::MilestoneFunded),
    FundsEvent::PaymentFailed => By(FactKind::FundingFailed),
    FundsEvent::CheckoutExpired => By(FactKind::CheckoutExpired),
    FundsEvent::QueueRelease => By(FactKind::MilestoneApproved),
    FundsEvent::Settle | FundsEvent::RefundRequested => By(FactKind::DisputeResolved),
    FundsEvent::GiveBack => By(FactKind::RefundAgreed),
    FundsEvent::RefundSucceeded => By(FactKind::MilestoneRefunded),
    FundsEvent::ClaimRelease => By(FactKind::ReleaseBegun),
    FundsEvent::TransferSucceeded | FundsEvent::PaidByHand => By(FactKind::MilestoneReleased),
    FundsEvent::TransferUnknown => By(FactKind::ReleaseUnknown),
    FundsEvent::AccountNotReady => By(FactKind::ReleaseBlocked),
    FundsEvent::BalanceInsufficient | FundsEvent::RetryRelease => By(FactKind::ReleaseRetried),
    FundsEvent::TransferRefused => By(FactKind::ReleaseFailed),
    FundsEvent::AccountReady => By(FactKind::ReleaseUnblocked),
    FundsEvent::RefundPartial | FundsEvent::RefundFailed => Later("refunds of what was released"),
    FundsEvent::ChargebackOpened => By(FactKind::ChargebackOpened),
    FundsEvent::ChargebackWon | FundsEvent::ChargebackLost => By(FactKind::ChargebackClosed),
}
machine! { DisputeStatus, DisputeEvent:
    DisputeEvent::Answer => By(FactKind::DisputeAnswered),
    DisputeEvent::Miss => By(FactKind::SplitMissed),
    DisputeEvent::Escalate => By(FactKind::DisputeEscalated),
    DisputeEvent::Meet | DisputeEvent::Rule | DisputeEvent::RunOut => By(FactKind::DisputeResolved),
    DisputeEvent::Withdraw => By(FactKind::DisputeWithdrawn),
}
machine! { RefundRequestStatus, RefundRequestEvent:
    RefundRequestEvent::Accept => By(FactKind::RefundAgreed),
    RefundRequestEvent::Decline => By(FactKind::RefundDeclined),
    RefundRequestEvent::RunOut => By(FactKind::RefundUnanswered),
    RefundRequestEvent::Withdraw => By(FactKind::RefundWithdrawn),
    RefundRequestEvent::Approve => By(FactKind::MilestoneApproved),
    RefundRequestEvent::Dispute => By(FactKind::DisputeOpened),
    RefundRequestEvent::AskAgain => By(FactKind::RefundRequested),
}
machine! { UserStatus, UserEvent:
    UserEvent::VerifyEmail => By(FactKind::AccountVerified),
    UserEvent::Suspend => By(FactKind::AccountSuspended),
    UserEvent::Restore => By(FactKind::AccountRestored),
    UserEvent::Delete => By(FactKind::AccountClosed),
}
machine! { FileStatus, FileEvent:
    FileEvent::Arrive => By(FactKind::FileArrived),
    FileEvent::Pass | FileEvent::Infect | FileEvent::Reject => By(FactKind::FileDecided),
    FileEvent::Remove => By(FactKind::FileRemoved),
}

/// Whether none of these facts tells how something came to a state.
pub(crate) fn untold(state: State, facts: &[Fact]) -> bool {
    let told = match state {
        State::Task(state) => is_told(state, facts),
        State::Bid(state) => is_told(state, facts),
        State::Contract(state) => is_told(state, facts),
        State::Work(state) => is_told(state, facts),
        State::Funds(state) => is_told(state, facts),
        State::Account(state) => is_told(state, facts),
        State::File(state) => is_told(state, facts),
        State::Dispute(state) => is_told(state, facts),
        State::Refund(state) => is_told(state, facts),
    };
    !told
}

/// Several steps may lie between what was read and what is written; the last one is what is told.
fn is_told<M: Machine>(state: M, facts: &[Fact]) -> bool {
    let leads_here = |step: &&M::Step| M::STATES.iter().any(|from| from.next(**step) == Some(state));
    let steps = M::STEPS.iter().filter(leads_here);
    steps
        .map(|step| M::told(*step))
        .any(|told| facts.iter().any(|fact| told == By(fact.kind())))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests;
