//! The JSON shapes that more than one function answers with. `openapi.json` and the SPA's types come from these.

#![warn(missing_docs)]

mod bid;
mod contract;
mod file;
mod live;
mod payment;
mod profile;
mod task;
mod user;

pub use bid::{Bid, BidPiece, Bidder};
pub use contract::{Contract, ContractCard, Milestone, MilestonePayment, Revision, Submission};
pub use file::{File, FileRef, FileRefusal};
pub use live::{ServerFrame, Ticket};
pub use payment::{Invoice, InvoiceLine, InvoiceParty, Payment, PaymentKind, PaymentStatus, PayoutAccount};
pub use profile::{
    Activity, CurrencyTotals, Dashboard, Me, MoneySummary, MonthTotals, PortfolioItem, Profile,
    PublicProfile, SavedTalent, Session, TalentCard,
};
pub use task::{ClientRecord, Task, TaskCard};
pub use user::{Named, SelfUser, Tokens};
