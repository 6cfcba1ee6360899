//! Contracts with their milestones, and the steps that work and money take.

pub(crate) mod cards;
mod deadlines;
mod facts;
mod milestones;
mod record;
mod releases;
mod repository;
mod settlement;
mod stored;
mod view;

pub use cards::ContractCard;
pub use milestones::{Milestones, Step, ToFund};
pub(crate) use milestones::{charge_line, complete, milestone_of, transfer_line};
pub use record::{Checkout, ContractRecord, MilestoneRecord, Party, RevisionRecord, SubmissionRecord};
pub use releases::Releases;
pub(crate) use releases::paid_out;
pub use repository::{ContractDetail, Contracts, Side};
pub use settlement::{FailedRefund, RefundLeg, RefundState, Settlement};
