//! What facts are called.

use crate::{Fact, FactKind};

impl Fact {
    /// Its kind.
    pub fn kind(&self) -> FactKind {
        self.into()
    }
}

impl FactKind {
    /// Every kind, in the order of [`Fact`].
    pub fn all() -> impl Iterator<Item = Self> {
        <Self as strum::IntoEnumIterator>::iter()
    }

    /// Its name, as in Rust.
    pub fn name(self) -> &'static str {
        self.into()
    }
}
