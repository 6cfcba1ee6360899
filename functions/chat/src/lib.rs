//! Chat: rooms, what is said in them, and the WebSocket connection over which it is told.

// Written by `cargo xtask generate`, from here
pub mod connect;
pub mod default;
pub mod delete_message;
pub mod disconnect;
pub mod edit_message;
pub mod get_room;
pub mod list_messages;
pub mod list_rooms;
pub mod mark_read;
pub mod open_room;
pub mod ping;
pub mod presence;
pub mod report_message;
pub mod search_messages;
pub mod search_rooms;
pub mod send;
pub mod ticket;
pub mod typing;

/// The functions of this domain.
#[rustfmt::skip]
pub const FUNCTIONS: &[proconnect_runtime::Function] = &[
    connect::FUNCTION,
    default::FUNCTION,
    delete_message::FUNCTION,
    disconnect::FUNCTION,
    edit_message::FUNCTION,
    get_room::FUNCTION,
    list_messages::FUNCTION,
    list_rooms::FUNCTION,
    mark_read::FUNCTION,
    open_room::FUNCTION,
    ping::FUNCTION,
    presence::FUNCTION,
    report_message::FUNCTION,
    search_messages::FUNCTION,
    search_rooms::FUNCTION,
    send::FUNCTION,
    ticket::FUNCTION,
    typing::FUNCTION,
];
// to here.

mod changing;
mod present;
mod push;
