//! Every fact.

use crate::{BySide, DisputeOpened, DisputeResolved, MilestoneRefunded, OfDispute, SplitMissed};
use proconnect_domain::{
    BidId, ContractId, DeclineReason, FileId, FileStatus, MailStop, MessageId, MilestoneId, Money,
    RevisionId, RoomId, SessionId, SubmissionId, TaskId, Timestamp, UserId,
};
use serde::{Deserialize, Serialize};

/// What has happened, in the past tense.
///
/// The kinds alone, without what belongs to each, are [`FactKind`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, strum::EnumDiscriminants)]
#[strum_discriminants(
    name(FactKind),
    doc = "The kinds of facts, each of [`Fact`]'s name.",
    allow(missing_docs),
    derive(Hash, strum::EnumIter, strum::IntoStaticStr)
)]
#[serde(tag = "type", rename_all = "camelCase", rename_all_fields = "camelCase")]
#[expect(missing_docs, reason = "an id that is called after its thing says enough")]
pub enum Fact {
    /// An account was made.
    AccountRegistered { user_id: UserId },
    /// An account's e-mail address was verified.
    AccountVerified { user_id: UserId },
    /// An admin suspended an account.
    AccountSuspended { user_id: UserId },
    /// An admin restored a suspended account.
    AccountRestored { user_id: UserId },
    /// An account was closed; what it was called is no longer known.
    AccountClosed { user_id: UserId },
    /// A new password was set.
    PasswordChanged { user_id: UserId },
    /// Logging in asks for a second factor from now on.
    SecondFactorEnabled { user_id: UserId },
    /// Logging in asks for the password alone from now on.
    SecondFactorDisabled { user_id: UserId },
    /// Somebody had the password and guessed at the second factor.
    SecondFactorGuessed { user_id: UserId },
    /// A session was ended.
    SessionEnded { user_id: UserId, session_id: SessionId },
    /// All sessions that began before a moment were ended.
    SessionsEnded {
        user_id: UserId,
        /// The moment.
        before: Timestamp,
    },
    /// A refresh token was used twice, so its session was ended.
    RefreshTokenReused { user_id: UserId, session_id: SessionId },
    /// Mail to an account's address has stopped, since it came back or was marked as spam.
    MailStopped {
        user_id: UserId,
        /// Why.
        why: MailStop,
    },

    /// The deadline of an open task with bids is near.
    TaskDeadlineNear {
        task_id: TaskId,
        /// Who decides.
        client_id: UserId,
        /// How many days are left.
        days: u8,
    },
    /// A clock of a milestone ends soon.
    MilestoneDeadlineNear {
        milestone_id: MilestoneId,
        /// Who has to act.
        user_id: UserId,
        /// How many days are left.
        days: u8,
    },
    /// The due date of a milestone whose money is held comes near, and nothing was handed in.
    WorkDueNear {
        milestone_id: MilestoneId,
        /// Who has to hand in.
        freelancer_id: UserId,
        /// How many days are left.
        days: u8,
    },

    /// A task was posted.
    TaskPosted {
        task_id: TaskId,
        /// Its client.
        client_id: UserId,
    },
    /// The client took a task back.
    TaskCancelled {
        task_id: TaskId,
        /// Its client.
        client_id: UserId,
    },
    /// The client changed a task.
    TaskChanged {
        task_id: TaskId,
        /// Its client.
        client_id: UserId,
        /// Which edition came of it.
        version: u32,
    },
    /// A task's deadline passed without a decision.
    TaskExpired {
        task_id: TaskId,
        /// Its client.
        client_id: UserId,
    },
    /// All milestones of a task's contract were approved.
    TaskCompleted {
        task_id: TaskId,
        /// Its client.
        client_id: UserId,
        /// Who worked.
        freelancer_id: UserId,
        /// Under which contract.
        contract_id: ContractId,
    },

    /// A freelancer bid on a task.
    BidSubmitted {
        bid_id: BidId,
        task_id: TaskId,
        /// Its client.
        client_id: UserId,
        /// Who bids.
        freelancer_id: UserId,
        /// The whole price.
        amount: Money,
    },
    /// A client put a bid on their shortlist.
    BidShortlisted {
        bid_id: BidId,
        task_id: TaskId,
        /// Its client.
        client_id: UserId,
        /// Whose bid.
        freelancer_id: UserId,
        /// It has not been there before.
        #[serde(default)]
        is_first: bool,
    },
    /// A client took a bid off their shortlist.
    BidUnshortlisted {
        bid_id: BidId,
        task_id: TaskId,
        /// Its client.
        client_id: UserId,
        /// Whose bid.
        freelancer_id: UserId,
    },
    /// A freelancer took a bid back.
    BidWithdrawn {
        bid_id: BidId,
        task_id: TaskId,
        /// Its client.
        client_id: UserId,
        /// Whose bid.
        freelancer_id: UserId,
    },
    /// A client accepted a bid: there is a contract.
    BidAccepted {
        bid_id: BidId,
        task_id: TaskId,
        contract_id: ContractId,
        /// The client.
        client_id: UserId,
        /// The freelancer.
        freelancer_id: UserId,
        /// The whole price.
        amount: Money,
    },
    /// A bid was declined, by the client's hand or because the task was decided otherwise.
    BidDeclined {
        bid_id: BidId,
        task_id: TaskId,
        /// The client.
        client_id: UserId,
        /// Whose bid.
        freelancer_id: UserId,
        /// Why.
        reason: DeclineReason,
    },
    /// A bid's task has changed, and its freelancer was asked whether it stands.
    BidderAsked(crate::BidderAsked),
    /// A freelancer said that their bid stands, although its task has changed.
    BidKept(crate::BidKept),
    /// A bid's task expired.
    BidExpired {
        bid_id: BidId,
        task_id: TaskId,
        /// The client.
        client_id: UserId,
        /// Whose bid.
        freelancer_id: UserId,
    },

    /// All milestones of a contract were approved.
    ContractCompleted {
        contract_id: ContractId,
        /// The client.
        client_id: UserId,
        /// The freelancer.
        freelancer_id: UserId,
    },

    /// Work was handed in for review.
    WorkSubmitted {
        milestone_id: MilestoneId,
        /// What was handed in.
        submission_id: SubmissionId,
        /// Who reviews.
        client_id: UserId,
        /// Who worked.
        freelancer_id: UserId,
    },
    /// The client asked for changes.
    ChangesRequested {
        milestone_id: MilestoneId,
        /// What is asked for.
        revision_id: RevisionId,
        /// Who asks.
        client_id: UserId,
        /// Who works.
        freelancer_id: UserId,
    },
    /// Work was approved and its payout is queued.
    MilestoneApproved {
        milestone_id: MilestoneId,
        /// Who pays.
        client_id: UserId,
        /// Who is paid.
        freelancer_id: UserId,
        /// What was held.
        amount: Money,
        /// What the freelancer gets of it.
        payout: Money,
        /// Approved by the clock, not by the client's hand.
        by_silence: bool,
    },

    /// A checkout page was opened for a milestone.
    CheckoutOpened {
        milestone_id: MilestoneId,
        /// Who pays.
        client_id: UserId,
        /// How much.
        amount: Money,
    },
    /// A payment was made that takes days to arrive.
    PaymentProcessing {
        milestone_id: MilestoneId,
        /// Who pays.
        client_id: UserId,
        /// Who works.
        freelancer_id: UserId,
        /// How much.
        amount: Money,
    },
    /// Money for a milestone is held.
    MilestoneFunded {
        milestone_id: MilestoneId,
        /// Who paid.
        client_id: UserId,
        /// Who works.
        freelancer_id: UserId,
        /// How much.
        amount: Money,
    },
    /// A payment for a milestone failed; no money was taken.
    FundingFailed {
        milestone_id: MilestoneId,
        /// Who wanted to pay.
        client_id: UserId,
    },
    /// A checkout page was closed without a payment.
    CheckoutExpired {
        milestone_id: MilestoneId,
        /// Who did not pay.
        client_id: UserId,
    },
    /// A milestone was paid once more than needed, and the second payment is on its way back.
    SecondPaymentReturned {
        milestone_id: MilestoneId,
        /// Who paid twice.
        client_id: UserId,
        /// Who works.
        freelancer_id: UserId,
        /// What goes back.
        amount: Money,
    },
    /// An attempt to send the money began.
    ReleaseBegun { milestone_id: MilestoneId },
    /// The money was sent to the freelancer.
    MilestoneReleased {
        milestone_id: MilestoneId,
        /// Who paid.
        client_id: UserId,
        /// Who was paid.
        freelancer_id: UserId,
        /// What was held.
        amount: Money,
        /// What the freelancer got of it.
        payout: Money,
    },
    /// The money waits until the freelancer's account can take it.
    ReleaseBlocked {
        milestone_id: MilestoneId,
        /// Who is to be paid.
        freelancer_id: UserId,
        /// How much waits.
        payout: Money,
    },
    /// The freelancer's account can take the money now, so its release is queued again.
    ReleaseUnblocked {
        milestone_id: MilestoneId,
        /// Who is to be paid.
        freelancer_id: UserId,
    },
    /// A release that had stopped is tried again by whoever stopped.
    ReleaseRetried { milestone_id: MilestoneId },
    /// Nobody knows whether the transfer was made.
    ReleaseUnknown { milestone_id: MilestoneId },
    /// The processor refused the transfer for good: a person has to look.
    ReleaseFailed { milestone_id: MilestoneId },
    /// Held money has been held for as long as it may be: a decision is due.
    HoldEnded {
        milestone_id: MilestoneId,
        /// Who paid.
        client_id: UserId,
        /// Who works.
        freelancer_id: UserId,
    },

    /// A dispute about a milestone's money was opened; the money is frozen.
    DisputeOpened(DisputeOpened),
    /// The other side of a dispute has answered: the rounds of the split have begun.
    DisputeAnswered(OfDispute),
    /// A side of a dispute has added to the evidence.
    EvidenceAdded(BySide),
    /// A side of a dispute has said in secret what they would accept.
    SplitOffered(BySide),
    /// Both have, and it does not meet: another round has begun.
    SplitMissed(SplitMissed),
    /// An admin was called to a dispute.
    DisputeEscalated(OfDispute),
    /// It was decided who gets what.
    DisputeResolved(DisputeResolved),
    /// A dispute was taken back by whoever had opened it: the money is held as before.
    DisputeWithdrawn(BySide),
    /// What a dispute gave the client, or both agreed on, is back with the client's bank.
    MilestoneRefunded(MilestoneRefunded),
    /// The client asks for held money back.
    RefundRequested(crate::OfRefund),
    /// The freelancer gives it back.
    RefundAgreed(crate::RefundAgreed),
    /// The freelancer does not.
    RefundDeclined(crate::OfRefund),
    /// The freelancer has not answered in time.
    RefundUnanswered(crate::OfRefund),
    /// The client no longer asks.
    RefundWithdrawn(crate::OfRefund),
    /// An admin has a refund that failed tried again.
    RefundRetried { milestone_id: MilestoneId },
    /// The client's bank wants money back that was paid for a milestone.
    ChargebackOpened(crate::OfChargeback),
    /// The bank has decided.
    ChargebackClosed(crate::ChargebackClosed),
    /// An admin lets a payout go of which a network had warned.
    FraudWarningCleared { milestone_id: MilestoneId },

    /// Somebody said something in a room.
    MessageSent {
        message_id: MessageId,
        room_id: RoomId,
        sender_id: UserId,
        recipient_id: UserId,
    },
    /// Somebody has not seen what was said to them for some minutes, and is not there.
    MessageMissed {
        room_id: RoomId,
        /// The task that it is about.
        task_id: TaskId,
        sender_id: UserId,
        /// Who has not seen it.
        recipient_id: UserId,
    },

    /// A file's content has arrived and is looked at.
    FileArrived { file_id: FileId, owner_id: UserId },
    /// A file was looked at: it can be used, or it was refused and deleted.
    FileDecided {
        file_id: FileId,
        owner_id: UserId,
        /// What was found.
        status: FileStatus,
    },
    /// A file was taken back: nobody sees it any more.
    FileRemoved { file_id: FileId, owner_id: UserId },
}
