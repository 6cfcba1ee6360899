//! The rewrite of every item of the table.

mod items;
mod record;
mod repository;

pub use items::{Found, Page, Rewritten};
pub use record::{Progress as RewriteProgress, RewriteRecord, RewriteStatus, Run, Segment};
pub use repository::Rewrites;
