//! Contracts with their milestones, and the steps that work and money take.

pub(crate) mod cards;
mod facts;
mod milestones;
mod record;
mod releases;
mod repository;
mod view;

pub(crate) use milestones::milestone_of;
pub use milestones::{Milestones, Step};
pub use record::{Checkout, ContractRecord, MilestoneRecord, Party, RevisionRecord, SubmissionRecord};
pub use releases::Releases;
pub use repository::{ContractDetail, Contracts, Side};
