//! Open WebSocket connections.

mod record;
mod repository;

pub use record::ConnectionRecord;
pub(crate) use record::{ConnectionOwner, UsedTicket};
pub use repository::Connections;
