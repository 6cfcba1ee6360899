//! The files and folders of a data directory.

pub(crate) const TABLE: &str = "table.db";
pub(crate) const STATE: &str = "local.db";
pub(crate) const STRIPE: &str = "stripe.db";
pub(crate) const OBJECTS: &str = "objects";
