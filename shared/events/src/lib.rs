//! What has happened: one typed fact for each change that matters to anybody but its maker.
//!
//! A fact is written in the transaction that makes it true and is handed to every consumer that wants it. It holds ids
//! and amounts. Texts, links and addresses are made by whoever tells it to somebody.

#![warn(missing_docs)]

mod bid;
mod chargeback;
mod consumer;
mod dispute;
mod event;
mod fact;
mod kind;
mod refund;

pub use bid::{BidKept, BidderAsked};
pub use chargeback::{ChargebackClosed, OfChargeback};
pub use consumer::Consumer;
pub use dispute::{BySide, DisputeOpened, DisputeResolved, MilestoneRefunded, OfDispute, SplitMissed};
pub use event::{Actor, Cause, Event};
pub use fact::{Fact, FactKind};
pub use refund::{OfRefund, RefundAgreed};
