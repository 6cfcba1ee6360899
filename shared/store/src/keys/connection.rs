//! Keys of open connections and their tickets.

use super::{Key, key};
use proconnect_domain::{TicketId, UserId};

/// An open WebSocket connection, among its person's; `id` is API Gateway's.
pub(crate) fn connection(user: UserId, id: &str) -> Key {
    key(format!("USER#{user}"), format!("{CONNECTION}{id}"))
}
pub(crate) const CONNECTION: &str = "CONNECTION#";
/// Which windows somebody has open, and when they were last there.
pub(crate) fn presence(user: UserId) -> Key {
    key(format!("USER#{user}"), PRESENCE)
}
pub(crate) const PRESENCE: &str = "PRESENCE";
/// Whose a connection is: its later events name nothing but its id.
pub(crate) fn connection_owner(id: &str) -> Key {
    key(format!("{CONNECTION}{id}"), OWNER_SORT)
}
pub(crate) const OWNER_SORT: &str = "CONNECTION";
/// A ticket that was used.
pub(crate) fn ticket(id: TicketId) -> Key {
    key(format!("{TICKET}{id}"), TICKET_SORT)
}
pub(crate) const TICKET_SORT: &str = "TICKET";
pub(crate) const TICKET: &str = "TICKET#";
