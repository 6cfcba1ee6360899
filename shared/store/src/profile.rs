//! Profiles, saved freelancers, activity and monthly totals.

mod activity;
mod cards;
mod month;
mod record;
mod repository;
mod saved;
mod stored;
mod view;

pub use activity::{ActivityLine, ActivityRecord};
#[cfg(test)]
pub(crate) use cards::IndexedTalent;
pub use cards::TalentCard;
pub use month::MonthRecord;
pub(crate) use month::{Counted, count};
pub use record::{PieceRecord, ProfileRecord, ProfileText};
pub use repository::{FileChanges, FreelancerFilter, Profiles, Stated, UserAndProfile};
pub use saved::SavedRecord;
pub(crate) use view::public;
