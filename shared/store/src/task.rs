//! Tasks.

mod facts;
mod record;
mod repository;

pub use record::TaskRecord;
pub use repository::{TaskFilter, TaskSort, Tasks};
