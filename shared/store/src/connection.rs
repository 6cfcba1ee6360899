//! Open WebSocket connections.

mod record;
mod repository;

pub use record::ConnectionRecord;
pub use repository::Connections;
