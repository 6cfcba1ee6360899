//! Tasks.

pub(crate) mod cards;
mod changes;
mod facts;
mod record;
mod repository;
mod view;

pub use record::{TaskClient, TaskRecord};
pub use repository::{TaskFilter, TaskSort, Tasks};
