//! The single table: keys, records, one repository per aggregate, transactions with their outbox records.
//!
//! Access patterns, indexes and their costs: `docs/data-model.md`. Knows nothing of HTTP or Stripe's client.

#![warn(missing_docs)]

mod audit;
mod bid;
mod briefing;
mod connection;
mod contract;
mod cursor;
mod due;
mod error;
mod file;
mod guard;
mod idempotency;
mod ids;
mod keys;
mod kinds;
mod meter;
mod outbox;
mod payment;
mod personal;
mod profile;
mod rates;
mod record;
mod retry;
mod rewrite;
mod schema;
mod shards;
mod table;
mod task;
mod timers;
mod transitions;
mod tx;
mod user;

pub use audit::{Administration, Audit, AuditAction, AuditRecord};
pub use bid::{BidPiece, BidRecord, Bidder, Bidding, Bids, TaskBids};
pub use briefing::{Briefing, Briefings, Wanted};
pub use connection::{ConnectionRecord, Connections};
pub use contract::{
    Checkout, ContractDetail, ContractRecord, Contracts, MilestoneRecord, Milestones, Party, Releases,
    RevisionRecord, Side, Step, SubmissionRecord,
};
pub use cursor::Listed;
pub use due::Due;
pub use error::StoreError;
pub use file::{AttachedFile, FileHome, FileRecord, Files, FoundFiles};
pub use idempotency::{Idempotencies, IdempotencyRecord, Remember};
pub use ids::{fresh_id, fresh_ids};
pub use kinds::{KINDS, Kind};
pub use meter::{Meter, Reading};
pub use outbox::{Outbox, Waiting, outbox_record};
pub use payment::{
    InvoiceCounter, PaymentKind, PaymentRecord, PaymentStatus, Payments, Returned, SecondCharge,
    SecondCharges,
};
pub use personal::{Export, Gone, Personal};
pub use profile::{
    ActivityLine, ActivityRecord, FreelancerFilter, MonthRecord, PictureChanges, PieceRecord, ProfileRecord,
    ProfileText, Profiles, SavedRecord, Stated, TalentCard, UserAndProfile,
};
pub use rates::{Bucket, Rates};
pub use record::Stored;
pub use retry::Retry;
pub use rewrite::{
    Found, Page, RewriteProgress, RewriteRecord, RewriteStatus, Rewrites, Rewritten, Run, Segment,
};
pub use schema::create_table;
pub use table::Store;
pub use task::{TaskClient, TaskFilter, TaskRecord, TaskSort, Tasks};
pub use timers::{DueKind, Timers};
pub use user::{
    AttemptRecord, Claimants, Erasure, MAILS_A_DAY, Mailbox, PayoutRecord, Registrations, SessionRecord,
    Sessions, UnaskedMail, UserRecord, Users,
};
