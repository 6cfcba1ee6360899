//! Where a scan goes on.

use crate::items::{Item, text};
use crate::keys::{self, Key};
use crate::record::holds_address;
use serde::{Deserialize, Serialize};

/// Where an item stands: what a scan goes on behind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    pub(super) pk: String,
    pub(super) sk: String,
}

impl Place {
    pub(super) fn of(item: &Item) -> Self {
        Self {
            pk: text(item, "pk"),
            sk: text(item, "sk"),
        }
    }

    pub(super) fn holds_address(&self) -> bool {
        holds_address(&self.pk)
    }

    pub(super) fn key(self) -> Key {
        keys::of(self.pk, self.sk)
    }
}
