//! The JSON shapes that more than one function answers with. `openapi.json` and the SPA's types come from these.

#![warn(missing_docs)]

mod bid;
mod billing;
mod chargeback;
mod chat;
mod contract;
mod dispute;
mod file;
mod ledger;
mod live;
mod notification;
mod payment;
mod person;
mod profile;
mod refund;
mod stuck;
mod task;
mod user;

pub use bid::{Bid, BidPiece};
pub use billing::{
    BillingProfile, Invoice, InvoiceKind, InvoiceLine, InvoiceParty, Statement, StatementTotals,
};
pub use chargeback::Chargeback;
pub use chat::{
    FoundRoom, Hit, LastMessage, Message, Participant, Place, Presence, PresenceStatus, Report, Room, RoomHit,
};
pub use contract::{Contract, ContractCard, Milestone, MilestonePayment, Revision, Submission};
pub use dispute::{
    Dispute, DisputeCard, DisputeOutcome, DisputeStep, DisputeStepKind, Evidence, RefundState, Settlement,
};
pub use file::{File, FileRef, FileRefusal};
pub use ledger::{Ledger, LedgerEntry, LedgerHead, LedgerPosting};
pub use live::{ReceiptStatus, ServerFrame, Ticket};
pub use notification::{
    CategoryPreference, Notification, NotificationPlace, NotificationPreferences, NotificationThing,
    NotificationsPage, Subscription, UnreadCount,
};
pub use payment::{Payment, PaymentKind, PaymentStatus, PayoutAccount};
pub use person::{Blocked, Person};
pub use profile::{
    Activity, CurrencyTotals, Dashboard, Me, MoneySummary, MonthTotals, PortfolioItem, Profile,
    PublicProfile, SavedTalent, Session, TalentCard,
};
pub use refund::{AgreedRefund, RefundRequest};
pub use stuck::{StuckKind, StuckPayment};
pub use task::{Task, TaskCard};
pub use user::{SelfUser, Tokens};
