//! Contracts with their milestones: one aggregate, one item, one version.

use super::settlement::Settlement;
use crate::StoreError;
use crate::chargeback::{ChargebackRecord, FraudWarningRecord};
use crate::file::AttachedFile;
use crate::refund::{AgreedRefund, Kept, RefundRequestRecord};
use proconnect_domain::{
    BidId, ContractId, ContractStatus, Date, DisputeId, FundsStatus, MilestoneFacts, MilestoneId, Money,
    PaymentId, Progress, RevisionId, SubmissionId, TaskId, Timestamp, UserId, Waiting, WorkStatus,
    milestone_clock,
};
use serde::{Deserialize, Serialize};

/// One side of something: id and name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Party {
    /// Id.
    pub id: UserId,
    /// Name.
    pub name: String,
}

/// A contract.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ContractRecord {
    /// Id.
    pub id: ContractId,
    /// The task it came of.
    pub task_id: TaskId,
    /// Its title.
    pub task_title: String,
    /// The bid it came of.
    pub bid_id: BidId,
    /// Who pays.
    pub client: Party,
    /// Who works.
    pub freelancer: Party,
    /// State.
    pub status: ContractStatus,
    /// The platform's fee.
    pub fee_basis_points: u32,
    /// The milestones, in order; never empty.
    pub milestones: Vec<MilestoneRecord>,
    /// When the bid was accepted.
    pub created_at: Timestamp,
}

/// A milestone inside its contract.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct MilestoneRecord {
    /// Id.
    pub id: MilestoneId,
    /// Title.
    pub title: String,
    /// Description.
    pub description: String,
    /// Amount.
    pub amount: Money,
    /// The platform's fee out of it.
    pub fee: Money,
    /// Due date.
    pub due_date: Date,
    /// Acceptance criteria.
    pub criteria: Vec<String>,
    /// State of the work.
    pub work: WorkStatus,
    /// State of the money.
    pub funds: FundsStatus,
    /// Attempts to fund it so far.
    #[serde(default)]
    pub funding_attempts: u32,
    /// The checkout page of the last attempt.
    pub checkout: Option<Checkout>,
    /// `ch_…` that funded it.
    pub charge_id: Option<String>,
    /// When it came to be held.
    pub funded_at: Option<Timestamp>,
    /// The last submission.
    pub submitted_at: Option<Timestamp>,
    /// Approval.
    pub approved_at: Option<Timestamp>,
    /// Attempts to release it so far.
    #[serde(default)]
    pub release_attempts: u32,
    /// When the attempt under way began.
    pub release_began_at: Option<Timestamp>,
    /// `tr_…` that paid the freelancer.
    pub transfer_id: Option<String>,
    /// When it was sent.
    pub released_at: Option<Timestamp>,
    /// The client's line of history.
    pub charge_payment: Option<PaymentId>,
    /// The freelancer's line of history.
    pub transfer_payment: Option<PaymentId>,
    /// The longest hold has passed and both sides were told.
    #[serde(default)]
    pub hold_ended: bool,
    /// Up to when its deadlines were looked at: of what came near before, nobody is told any more. Set with each step that
    /// gives somebody something to do, so that it is what came near before their turn that is not told.
    #[serde(default)]
    pub reminded_until: Option<Timestamp>,
    /// The open dispute about its money, which is frozen meanwhile.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dispute_id: Option<DisputeId>,
    /// When the review began anew, after a dispute was taken back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub review_from: Option<Timestamp>,
    /// What a dispute decided about its money.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub settlement: Option<Settlement>,
    /// What is left of its money after refunds that both agreed on; none as long as there were none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kept: Option<Kept>,
    /// Those refunds, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub refunds: Vec<AgreedRefund>,
    /// What the client has asked to get back, oldest first: the last may wait for an answer.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub refund_requests: Vec<RefundRequestRecord>,
    /// What banks wanted back of the payment that funds it, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub chargebacks: Vec<ChargebackRecord>,
    /// The network's last warning that this payment is probably fraudulent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fraud_warning: Option<FraudWarningRecord>,
}

/// A checkout page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Checkout {
    /// `cs_…`.
    pub session_id: String,
    /// Its address.
    pub url: String,
    /// When it closes.
    pub expires_at: Timestamp,
}

impl MilestoneRecord {
    /// What goes to the freelancer, before the platform's fee: all that is held, unless a dispute decided otherwise; less what
    /// the client's bank took.
    pub fn released_amount(&self) -> Money {
        match &self.settlement {
            None => self.held(),
            Some(settled) => less(settled.to_freelancer, self.taken_of_settlement().0),
        }
    }

    /// The platform's fee out of that.
    pub fn released_fee(&self) -> Money {
        match &self.settlement {
            None => self.kept.as_ref().map_or(self.fee, |kept| kept.fee),
            Some(settled) => less(settled.fee, self.taken_of_settlement().1),
        }
    }

    /// What the freelancer gets.
    pub fn payout(&self) -> Result<Money, StoreError> {
        Ok(self.released_amount().checked_sub(self.released_fee())?)
    }

    /// Nothing is left to be done or decided: it was approved, a dispute about it was, or all of its money went back.
    pub fn is_done(&self) -> bool {
        self.work == WorkStatus::Approved || self.is_over()
    }

    /// It is done without an approval: a dispute about it was decided, or all of its money went back.
    fn is_over(&self) -> bool {
        self.settlement.is_some() || self.is_given_back()
    }

    /// Who must act, by when, and what silence does.
    pub fn clock(&self) -> Option<Waiting> {
        // A hold whose end was announced waits for a decision, not for the clock.
        let announced = |clock: &Waiting| {
            clock.on_silence == proconnect_domain::SilenceOutcome::ForceDecision && self.hold_ended
        };
        self.stated_clock().filter(|clock| !announced(clock))
    }

    /// The same, also of a hold whose end was announced: what the announcement says.
    pub fn stated_clock(&self) -> Option<Waiting> {
        // A dispute has a clock of its own.
        if self.dispute_id.is_some() {
            return None;
        }
        // While a refund is asked for, it is the freelancer's turn: the review stands still.
        if let Some(clock) = self.request_clock().filter(|_| self.funds.is_held()) {
            return Some(clock);
        }
        milestone_clock(&MilestoneFacts {
            work: self.work,
            funds: self.funds,
            submitted_at: self.review_from.or(self.submitted_at),
            funded_at: self.funded_at,
            amount: self.held(),
            fee: self.released_fee(),
        })
    }
}

/// So much less; what banks took of a sum was never more than it.
fn less(sum: Money, taken: i64) -> Money {
    Money::new(sum.amount - taken, sum.currency)
}

impl ContractRecord {
    /// The milestone with this id.
    pub fn milestone(&self, id: MilestoneId) -> Option<&MilestoneRecord> {
        self.milestones.iter().find(|milestone| milestone.id == id)
    }

    /// The milestone with this id, to change it.
    pub fn milestone_mut(&mut self, id: MilestoneId) -> Option<&mut MilestoneRecord> {
        self.milestones.iter_mut().find(|milestone| milestone.id == id)
    }

    /// Approved ÷ total. What a dispute decided, or went back, counts as approved, with what is left for the freelancer.
    pub fn progress(&self) -> Progress {
        Progress::of(self.milestones.iter().map(|milestone| {
            let work = if milestone.is_over() {
                WorkStatus::Approved
            } else {
                milestone.work
            };
            (milestone.released_amount(), work)
        }))
    }

    /// Nothing is left to be done in any of its milestones.
    pub(crate) fn is_all_done(&self) -> bool {
        self.milestones.iter().all(MilestoneRecord::is_done)
    }

    /// Whether a dispute about one of its milestones is open.
    pub fn is_disputed(&self) -> bool {
        self.milestones
            .iter()
            .any(|milestone| milestone.dispute_id.is_some())
    }

    /// The clock that ends first.
    pub fn next_clock(&self) -> Option<Waiting> {
        if !self.status.is_running() {
            return None;
        }
        self.milestones
            .iter()
            .filter_map(MilestoneRecord::clock)
            .min_by_key(|clock| clock.due_at)
    }
}

/// Work handed in.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SubmissionRecord {
    /// Id.
    pub id: SubmissionId,
    /// For what.
    pub milestone_id: MilestoneId,
    /// Note.
    pub note: String,
    /// Files.
    #[serde(default)]
    pub files: Vec<AttachedFile>,
    /// When.
    pub submitted_at: Timestamp,
}

/// A request to change something.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RevisionRecord {
    /// Id.
    pub id: RevisionId,
    /// For what.
    pub milestone_id: MilestoneId,
    /// Comment.
    pub comment: String,
    /// Criteria that are not met.
    pub criteria: Vec<String>,
    /// When.
    pub requested_at: Timestamp,
}
