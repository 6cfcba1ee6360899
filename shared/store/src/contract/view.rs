//! Contracts and milestones as the API returns them.

use super::cards::ContractCard;
use super::{ContractRecord, MilestoneRecord, Party, RevisionRecord, SubmissionRecord};
use crate::People;
use crate::file::references;
use proconnect_api::{self as api, Contract, Milestone, MilestonePayment, Revision, Submission};
use proconnect_domain::{Actor, FundsStatus};

impl MilestoneRecord {
    /// As the API returns it.
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
        let reader = if for_client {
            Actor::Client
        } else {
            Actor::Freelancer
        };
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
            fee: self.released_fee(),
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
            dispute_id: self.dispute_id,
            settlement: self.settlement_view(),
            remaining: self.released_amount(),
            refunds: self.refunds_view(),
            refund_requests: self.requests_view(reader),
            chargeback: self.chargeback_view(reader),
        }
    }
}

impl ContractRecord {
    /// As the API returns it. Only the client gets the address of an open checkout page.
    pub fn view(
        &self,
        people: &People,
        submissions: &[SubmissionRecord],
        revisions: &[RevisionRecord],
        for_client: bool,
    ) -> Contract {
        let progress = self.progress();
        let (client, freelancer) = (people.of(&self.client), people.of(&self.freelancer));
        let milestone = |record: &MilestoneRecord| record.view(self, submissions, revisions, for_client);
        Contract {
            id: self.id,
            task_id: self.task_id,
            task_title: self.task_title.clone(),
            client_id: client.id,
            client_name: client.name.clone(),
            client,
            freelancer_id: freelancer.id,
            freelancer_name: freelancer.name.clone(),
            freelancer,
            status: self.status,
            total: progress.total_amount,
            fee_basis_points: self.fee_basis_points,
            milestones: self.milestones.iter().map(milestone).collect(),
            progress,
            created_at: self.created_at,
        }
    }
}

impl SubmissionRecord {
    fn view(&self) -> Submission {
        Submission {
            id: self.id,
            note: self.note.clone(),
            files: references(&self.files),
            submitted_at: self.submitted_at,
        }
    }
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

impl ContractCard {
    /// Its two sides, by the names that were written down.
    pub fn sides(&self) -> [Party; 2] {
        let party = |id, name: &String| Party {
            id,
            name: name.clone(),
        };
        [
            party(self.client_id, &self.client_name),
            party(self.freelancer_id, &self.freelancer_name),
        ]
    }

    /// As the API answers it.
    pub fn view(self, people: &People) -> api::ContractCard {
        let [client, freelancer] = self.sides().map(|side| people.of(&side));
        api::ContractCard {
            id: self.id,
            task_id: self.task_id,
            task_title: self.task_title,
            client_id: client.id,
            client_name: client.name.clone(),
            client,
            freelancer_id: freelancer.id,
            freelancer_name: freelancer.name.clone(),
            freelancer,
            status: self.status,
            total: self.total,
            progress: self.progress,
            next_clock: self.next_clock,
            created_at: self.created_at,
        }
    }
}
