//! The single table: keys, records, one repository per aggregate, transactions with their outbox records.
//!
//! Access patterns, indexes and their costs: `docs/data-model.md`. Knows nothing of HTTP or Stripe's client.

#![warn(missing_docs)]

mod bids;
mod connections;
mod contracts;
mod cursor;
mod erasure;
mod error;
mod files;
mod idempotency;
mod ids;
mod keys;
mod meter;
mod milestones;
mod outbox;
mod payments;
mod profiles;
mod rates;
mod records;
mod releases;
mod schema;
mod sessions;
mod table;
mod tasks;
mod timers;
mod tx;
mod users;

pub use bids::{Bidding, Bids, TaskBids};
pub use connections::Connections;
pub use contracts::{ContractDetail, Contracts, Side};
pub use cursor::Listed;
pub use erasure::{Erasure, Trace};
pub use error::StoreError;
pub use files::{Files, FoundFiles};
pub use idempotency::{Idempotencies, IdempotencyRecord, Remember};
pub use ids::{fresh_id, fresh_ids};
pub use meter::{Meter, Reading};
pub use milestones::{Milestones, Step};
pub use outbox::{Outbox, outbox_envelope};
pub use payments::Payments;
pub use profiles::{FreelancerFilter, PictureChanges, Profiles, UserAndProfile};
pub use rates::{Bucket, Rates};
pub use records::{
    ActivityRecord, BidRecord, Checkout, ConnectionRecord, ContractRecord, FileHome, FileRecord,
    InvoiceCounter, MilestoneRecord, MonthRecord, Party, PaymentKind, PaymentRecord, PaymentStatus,
    PayoutRecord, ProfileRecord, RevisionRecord, SavedRecord, SessionRecord, Stored, SubmissionRecord,
    TaskRecord, UserRecord,
};
pub use releases::Releases;
pub use schema::create_table;
pub use sessions::Sessions;
pub use table::Store;
pub use tasks::{TaskFilter, TaskSort, Tasks};
pub use timers::{Due, DueKind, Timers};
pub use users::Users;
