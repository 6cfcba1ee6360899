//! What the product is about: ids, money, validated values, and the state machines as pure functions.
//!
//! Knows nothing of async, AWS or HTTP.

#![warn(missing_docs)]

mod activity;
mod bid;
mod billing;
mod category;
mod chargeback;
mod chat;
mod clock;
mod contract;
mod deadline;
mod dispute;
mod email;
mod error;
mod file;
mod funds;
mod ids;
mod mail_stop;
mod milestone;
mod money;
mod name;
mod notice;
mod password;
mod passwords;
mod profile;
mod proposal;
mod rate;
mod refund;
mod refusal;
mod report;
mod task;
mod task_change;
mod text;
mod time;
mod user;
mod validate;
mod zone;

pub use activity::ActivityKind;
pub use bid::{BidEvent, BidStatus, DeclineReason};
pub use billing::{LegalName, MAX_ADDRESS_LINES, TaxNumber};
pub use category::Category;
pub use chargeback::{ChargebackFacts, ChargebackStatus, Taken};
pub use chat::{
    EDIT_PERIOD, Elsewhere, MESSAGES_OF_A_PERSON, PRESENCE_OF_A_PERSON, SILENCE, Sought, TYPING_OF_A_PERSON,
    elsewhere, folded, message_text, preview, words,
};
pub use clock::{
    Actor, CONFIRMATION_LIFE, DISPUTE_ANSWER, MAX_HOLD, MilestoneFacts, REVIEW_PERIOD, SESSION_LIFE,
    SilenceOutcome, Waiting, milestone_clock, task_clock,
};
pub use contract::{ContractEvent, ContractStatus, Progress};
pub use deadline::{Deadline, Duty, REMINDED};
pub use dispute::{
    DISPUTE_ROUND, DISPUTE_ROUNDS, DISPUTE_RULING, DecidedBy, DisputeEvent, DisputeFacts, DisputeStatus,
    MAX_EVIDENCE, Outcome, OutcomeKind, is_part,
};
pub use email::Email;
pub use error::TransitionError;
pub use file::{
    FileEvent, FileName, FileProblem, FilePurpose, FileStatus, MAX_ATTACHMENTS, MAX_FILE_BYTES,
    MAX_PICTURE_BYTES, MediaType, ORPHAN_AFTER,
};
pub use funds::{FundsEvent, FundsStatus};
pub use ids::{
    ActivityId, AuditId, BidId, ContractId, DisputeId, EventId, EvidenceId, FileId, IdError, MessageId,
    MilestoneId, NotificationId, OutboxId, PackId, PaymentId, PortfolioItemId, RefundRequestId, ReportId,
    RevisionId, RoomId, SessionId, SubmissionId, TaskId, TicketId, TypedId, UserId,
};
pub use mail_stop::MailStop;
pub use milestone::{WorkEvent, WorkStatus};
pub use money::{Currency, MAX_AMOUNT, MIN_AMOUNT, Money, MoneyError, PLATFORM_FEE_BASIS_POINTS};
pub use name::PersonName;
pub use notice::{DigestRhythm, MailChoice, NoticeCategory, ThingKind};
pub use password::{Password, one_spelling};
pub use profile::{Country, Link, MAX_BID_PIECES, MAX_LINKS, MAX_PORTFOLIO, check_rate, web_address};
pub use proposal::{MAX_MILESTONES, ProposedMilestone, check_milestones};
pub use rate::RateLimit;
pub use refund::{
    MAX_REFUND_REQUESTS, MAX_REFUNDS, REFUND_ANSWER, REVIEW_AFTER_REFUND, RefundFacts, RefundRequestEvent,
    RefundRequestStatus,
};
pub use report::ReportReason;
pub use task::{Budget, BudgetType, TaskEvent, TaskStatus, check_deadline};
pub use task_change::{
    CHANGES_GATHERED, MAX_TASK_CHANGES, TaskChange, TaskEdit, TaskField, changes_since, says_otherwise,
};
pub use text::{Line, Location, RichText, Skill, Skills, Text, Title, plain_digits, summary};
pub use time::{DAY, Date, HOUR, MINUTE, Timestamp, Until};
pub use user::{DELETED_NAME, Role, Roles, UserEvent, UserStatus};
pub use validate::{FieldError, Invalid, Validator, ValueError};
pub use zone::Zone;
