//! Profiles, saved freelancers, activity and monthly totals.

mod activity;
mod cards;
mod month;
mod record;
mod repository;
mod view;

pub use activity::{ActivityLine, ActivityRecord};
pub use cards::TalentCard;
pub use month::MonthRecord;
pub(crate) use month::{Counted, count};
pub use record::{PieceRecord, ProfileRecord, ProfileText, SavedRecord};
pub use repository::{FreelancerFilter, PictureChanges, Profiles, Stated, UserAndProfile};
pub(crate) use view::public;
