//! Contracts with their milestones: one aggregate, one item, one version.

use crate::StoreError;
use crate::keys::{self, Key};
use crate::record::{Indexes, Record, word};
use crate::transitions::State;
use proconnect_api::{Contract, ContractCard, FileRef, Milestone, MilestonePayment, Revision, Submission};
use proconnect_domain::TypedId as _;
use proconnect_domain::{
    BidId, ContractId, ContractStatus, Date, FundsStatus, MilestoneFacts, MilestoneId, Money, PaymentId,
    Progress, RevisionId, SubmissionId, TaskId, Timestamp, UserId, Waiting, WorkStatus, milestone_clock,
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
#[derive(Debug, Clone, Serialize, Deserialize)]
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
    /// What the freelancer gets.
    pub fn payout(&self) -> Result<Money, StoreError> {
        Ok(self.amount.checked_sub(self.fee)?)
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
        milestone_clock(&MilestoneFacts {
            work: self.work,
            funds: self.funds,
            submitted_at: self.submitted_at,
            funded_at: self.funded_at,
            amount: self.amount,
            fee: self.fee,
        })
    }
}

impl MilestoneRecord {
    /// As the API answers it.
    pub fn view(
        &self,
        contract: &ContractRecord,
        submissions: &[SubmissionRecord],
        revisions: &[RevisionRecord],
        for_client: bool,
    ) -> Milestone {
        let submissions = submissions
            .iter()
            .filter(|submission| submission.milestone_id == self.id);
        let revisions = revisions
            .iter()
            .filter(|revision| revision.milestone_id == self.id);
        let checkout = self
            .checkout
            .as_ref()
            .filter(|_| for_client && self.funds == FundsStatus::CheckoutOpen);
        Milestone {
            id: self.id,
            contract_id: contract.id,
            number: self.id.number(),
            title: self.title.clone(),
            description: self.description.clone(),
            amount: self.amount,
            fee: self.fee,
            // Both are of one currency and the fee is a share of the amount.
            payout: self.payout().unwrap_or(self.amount),
            due_date: self.due_date,
            status: self.work,
            payment: MilestonePayment {
                status: self.funds,
                funded_at: self.funded_at,
                released_at: self.released_at,
                checkout_url: checkout.map(|checkout| checkout.url.clone()),
            },
            criteria: self.criteria.clone(),
            submissions: submissions.map(SubmissionRecord::view).collect(),
            revisions: revisions.map(RevisionRecord::view).collect(),
            approved_at: self.approved_at,
            clock: self.clock(),
        }
    }
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

    /// Approved ÷ total.
    pub fn progress(&self) -> Progress {
        Progress::of(
            self.milestones
                .iter()
                .map(|milestone| (milestone.amount, milestone.work)),
        )
    }

    /// The clock that ends first.
    pub fn next_clock(&self) -> Option<Waiting> {
        if self.status != ContractStatus::Active {
            return None;
        }
        self.milestones
            .iter()
            .filter_map(MilestoneRecord::clock)
            .min_by_key(|clock| clock.due_at)
    }

    /// As the API answers it. Only the client gets the address of an open checkout page.
    pub fn view(
        &self,
        submissions: &[SubmissionRecord],
        revisions: &[RevisionRecord],
        for_client: bool,
    ) -> Contract {
        let progress = self.progress();
        let milestone = |record: &MilestoneRecord| record.view(self, submissions, revisions, for_client);
        Contract {
            id: self.id,
            task_id: self.task_id,
            task_title: self.task_title.clone(),
            client_id: self.client.id,
            client_name: self.client.name.clone(),
            freelancer_id: self.freelancer.id,
            freelancer_name: self.freelancer.name.clone(),
            status: self.status,
            total: progress.total_amount,
            fee_basis_points: self.fee_basis_points,
            milestones: self.milestones.iter().map(milestone).collect(),
            progress,
            created_at: self.created_at,
        }
    }

    /// As lists show it.
    pub fn card(&self) -> ContractCard {
        let progress = self.progress();
        ContractCard {
            id: self.id,
            task_id: self.task_id,
            task_title: self.task_title.clone(),
            client_id: self.client.id,
            client_name: self.client.name.clone(),
            freelancer_id: self.freelancer.id,
            freelancer_name: self.freelancer.name.clone(),
            status: self.status,
            total: progress.total_amount,
            progress,
            next_clock: self.next_clock(),
            created_at: self.created_at,
        }
    }
}

impl Record for ContractRecord {
    const LABEL: &'static str = "contract";
    fn key(&self) -> Key {
        keys::contract(self.id)
    }
    fn indexes(&self) -> Result<Indexes, StoreError> {
        let id = self.id.to_string();
        let due = self.next_clock().map(|clock| {
            (
                keys::DUE_CONTRACTS.of(self.id.ulid()),
                keys::due_sort(clock.due_at, &id),
            )
        });
        Ok(Indexes {
            gsi2: Some((keys::contracts_of_client(self.client.id), id.clone())),
            gsi3: Some((keys::contracts_of_freelancer(self.freelancer.id), id)),
            due,
            card: Some(serde_dynamo::to_attribute_value(self.card())?),
            ..Indexes::default()
        })
    }
    fn status(&self) -> Option<String> {
        word(&self.status)
    }
    fn states(&self) -> Vec<State> {
        let of = |milestone: &MilestoneRecord| [State::Work(milestone.work), State::Funds(milestone.funds)];
        let milestones = self.milestones.iter().flat_map(of);
        std::iter::once(State::Contract(self.status))
            .chain(milestones)
            .collect()
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
    pub files: Vec<FileRef>,
    /// When.
    pub submitted_at: Timestamp,
}

impl SubmissionRecord {
    fn view(&self) -> Submission {
        Submission {
            id: self.id,
            note: self.note.clone(),
            files: self.files.clone(),
            submitted_at: self.submitted_at,
        }
    }
}

impl Record for SubmissionRecord {
    const LABEL: &'static str = "submission";
    fn key(&self) -> Key {
        keys::submission(self.milestone_id, self.id)
    }
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

impl RevisionRecord {
    fn view(&self) -> Revision {
        Revision {
            id: self.id,
            comment: self.comment.clone(),
            criteria: self.criteria.clone(),
            requested_at: self.requested_at,
        }
    }
}

impl Record for RevisionRecord {
    const LABEL: &'static str = "revision";
    fn key(&self) -> Key {
        keys::revision(self.milestone_id, self.id)
    }
}
