//! Tasks.

pub(crate) mod cards;
mod changes;
mod facts;
mod record;
mod repository;
mod stored;
mod view;

pub use cards::TaskCard;
pub use record::TaskRecord;
pub(crate) use record::{first_edition, is_first_edition};
pub use repository::{TaskFilter, TaskSort, Tasks};
