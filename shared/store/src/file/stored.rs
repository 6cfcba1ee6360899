//! How a file stands in the table.

use super::cards::FileCard;
use super::record::FileRecord;
use crate::StoreError;
use crate::keys::{self, Key};
use crate::personal::{Export, Personal};
use crate::record::{Card as _, Indexes, Record, word};
use crate::transitions::State;
use proconnect_domain::TypedId as _;

impl Record for FileRecord {
    const TYPE: &'static str = "file";
    const V: u32 = 1;
    const BEGINS: (&'static str, &'static str) = (keys::FILE, keys::FILE_SORT);
    const PERSONAL: Personal = Personal::Names {
        export: Export::Files,
        rest: "what hangs on a task, bid or contract, since it belongs to both sides; every other file is deleted",
    };
    fn key(&self) -> Key {
        keys::file(self.id)
    }
    fn indexes(&self) -> Result<Indexes, StoreError> {
        let id = self.id.to_string();
        Ok(Indexes {
            gsi2: Some((keys::files_of(self.owner_id), id.clone())),
            due: self
                .due_at()
                .map(|at| (keys::DUE_FILES.of(self.id.ulid()), keys::due_sort(at, &id))),
            card: Some(FileCard::of(self).attribute()?),
            ..Indexes::default()
        })
    }
    fn status(&self) -> Option<String> {
        word(&self.status)
    }
    fn states(&self) -> Vec<State> {
        vec![State::File(self.status)]
    }
}
