//! Profiles, saved freelancers, activity and monthly totals.

mod record;
mod repository;

pub(crate) use record::public;
pub use record::{ActivityRecord, MonthRecord, ProfileRecord, SavedRecord};
pub(crate) use repository::{Counted, count};
pub use repository::{FreelancerFilter, PictureChanges, Profiles, UserAndProfile};
