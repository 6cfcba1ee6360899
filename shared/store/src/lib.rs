//! The single table: keys, records, one repository per aggregate, transactions with their outbox records.
//!
//! Access patterns, indexes and their costs: `docs/data-model.md`. Knows nothing of HTTP or Stripe's client.

#![warn(missing_docs)]

mod audit;
mod bid;
mod billing;
mod block;
mod briefing;
mod chargeback;
mod connection;
mod contract;
mod cursor;
mod dispute;
mod due;
mod error;
mod evidence;
mod file;
mod guard;
mod idempotency;
mod ids;
mod invoice;
mod items;
mod keys;
mod kinds;
mod merged;
mod message;
mod meter;
mod notification;
mod outbox;
mod payment;
mod person;
mod personal;
mod presence;
mod profile;
mod rates;
mod record;
mod refund;
mod refused;
mod reminders;
mod report;
mod retry;
mod rewrite;
mod room;
mod schema;
mod shards;
mod stuck;
mod table;
mod task;
mod timers;
mod transitions;
mod tx;
mod user;

pub use audit::{Administration, Audit, AuditAction, AuditRecord};
pub use bid::{BidCard, BidPiece, BidQuestion, BidRecord, Bidding, Bids, TaskBids};
pub use billing::{BillingDetails, BillingRecord, Billings};
pub use block::{BlockRecord, Blocks};
pub use briefing::{Briefing, Briefings, Wanted};
pub use chargeback::{ChargebackRecord, Chargebacks, FraudWarningRecord, TakenRecord};
pub use connection::{ConnectionRecord, Connections};
pub use contract::{
    Checkout, ContractCard, ContractDetail, ContractRecord, Contracts, FailedRefund, MilestoneRecord,
    Milestones, Party, RefundLeg, RefundState, Releases, RevisionRecord, Settlement, Side, Step,
    SubmissionRecord, ToFund,
};
pub use cursor::Listed;
pub use dispute::{
    DisputeCard, DisputeDetail, DisputeRecord, DisputeStep, Disputes, EvidenceRecord, Ruling, RulingStep,
    StepKind, Stepped, ToSettle,
};
pub use due::Due;
pub use error::StoreError;
pub use evidence::{Case, Cases};
pub use file::{AttachedFile, FileHome, FileRecord, Files, FoundFiles};
pub use idempotency::{Idempotencies, IdempotencyRecord, Remember};
pub use ids::{fresh_id, fresh_ids};
pub use invoice::{InvoiceCounter, InvoiceKind, InvoiceLineRecord, InvoiceRecord, Issuing};
pub use kinds::{KINDS, Kind};
pub use message::{Heard, MessageRecord, MessageVersionRecord, Messages, SentRecord, Span};
pub use meter::{Meter, Reading};
pub use notification::{
    Addressee, DigestRecord, InboxRecord, MOST_UNREAD, Notices, NotificationRecord, Notifications,
    PlaceRecord, PreferencesRecord, Read, ThingRecord, Unread,
};
pub use outbox::{Outbox, Waiting, outbox_image, outbox_record};
pub use payment::{
    Chain, PaymentFilter, PaymentKind, PaymentRecord, PaymentStatus, Payments, Returned, SecondCharge,
    SecondCharges,
};
pub use person::People;
pub use personal::{Export, Gone, Personal};
pub use presence::{Around, PresenceRecord, Presences, Present, Window};
pub use profile::{
    ActivityLine, ActivityRecord, FileChanges, FreelancerFilter, MonthRecord, PieceRecord, ProfileRecord,
    ProfileText, Profiles, SavedRecord, Stated, TalentCard, UserAndProfile,
};
pub use rates::{Bucket, Rates};
pub use record::Stored;
pub use refund::{AgreedRefund, Kept, RefundLegs, RefundRequestRecord, RefundStep, RefundToMake, Refunds};
pub use refused::Refused;
pub use reminders::{Look, Reminders};
pub use report::{ReportRecord, ReportedBy, Reports};
pub use retry::Retry;
pub use rewrite::{
    Found, Page, RewriteProgress, RewriteRecord, RewriteStatus, Rewrites, Rewritten, Run, Segment,
};
pub use room::{LastSaid, Mark, RoomDoor, RoomRecord, Rooms, Seat};
pub use schema::create_table;
pub use stuck::{Stuck, StuckKind, StuckPayment, StuckStep};
pub use table::Store;
pub use task::{TaskCard, TaskFilter, TaskRecord, TaskSort, Tasks};
pub use timers::{DueKind, Timers};
pub use user::{
    AttemptRecord, Both, Claimants, Erasure, MAILS_A_DAY, Mailbox, Paid, PayoutRecord, Registrations,
    Replies, SessionRecord, Sessions, SuppressionRecord, Suppressions, UnaskedMail, UserRecord, Users,
};
