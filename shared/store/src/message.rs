//! Messages in chat rooms (ADR 80).

mod across;
mod changing;
mod record;
mod repository;
mod sending;
mod stored;
mod view;
mod words;

pub use record::{MessageRecord, MessageVersionRecord, SentRecord};
pub use repository::{Messages, Span};
pub use sending::Heard;
pub(crate) use words::WordRecord;
