//! What people are told, what of it they have not read, and how they want to hear of it (ADR 82).

mod choices;
mod inbox;
mod preferences;
mod record;
mod repository;
mod stored;

pub use inbox::{InboxRecord, MOST_UNREAD, Read, Unread};
pub use preferences::{DigestRecord, PreferencesRecord};
pub use record::{NotificationRecord, PlaceRecord, ThingRecord};
pub use repository::{Addressee, Notices, Notifications};
