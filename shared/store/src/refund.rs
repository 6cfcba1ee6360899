//! Held money that goes back to the client: asked for, offered, agreed on or decided, and followed to its end.

mod facts;
mod held;
mod legs;
mod line;
mod record;
mod repository;
mod steps;
mod view;

pub use legs::{RefundLegs, RefundToMake};
pub(crate) use line::refund_line;
pub use record::{AgreedRefund, Kept, RefundRequestRecord};
pub use repository::{RefundStep, Refunds};
