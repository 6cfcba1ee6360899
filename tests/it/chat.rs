//! The WebSocket connection.

// Written by `cargo xtask generate`, from here
mod connect;
mod default;
mod delete_message;
mod disconnect;
mod edit_message;
mod frames;
mod get_room;
mod list_messages;
mod list_rooms;
mod mark_read;
mod open_room;
mod ping;
mod presence;
mod report_message;
mod search_messages;
mod search_rooms;
mod send;
mod ticket;
mod typing;
// to here.
