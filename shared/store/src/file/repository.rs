//! Files: announced, looked at, hung on something, deleted.

use crate::file::FileRecord;
use crate::file::cards::FileCard;
use crate::items::Item;
use crate::keys::Key;
use crate::record::Stored;
use crate::table::Query;
use crate::transitions::State;
use crate::tx::Tx;
use crate::user::UserRecord;
use crate::{Listed, Remember, Store, StoreError, keys};
use proconnect_api::File;
use proconnect_domain::{FileId, FileStatus, MAX_ATTACHMENTS, Timestamp, UserId};
use proconnect_events::Fact;
use std::collections::{BTreeSet, HashMap};

/// Files.
pub struct Files<'a>(&'a Store);

/// Files that were asked for by their ids; those that do not exist are not in it.
pub type FoundFiles = HashMap<FileId, Stored<FileRecord>>;

impl Store {
    /// Files.
    pub fn files(&self) -> Files<'_> {
        Files(self)
    }
}

/// The keys of as many files as may hang on one thing, each once: a batch must not name a key twice.
pub(crate) fn file_keys(ids: &[FileId]) -> Vec<Key> {
    let ids: BTreeSet<FileId> = ids.iter().take(MAX_ATTACHMENTS).copied().collect();
    ids.into_iter().map(keys::file).collect()
}

/// The files among what was read.
pub(crate) fn found_files(items: impl Iterator<Item = Option<Item>>) -> Result<FoundFiles, StoreError> {
    let read = |item: Item| Stored::<FileRecord>::read(item).map(|file| (file.id, file));
    items.flatten().map(read).collect()
}

/// Writes the files along with the thing that they now hang on, or no longer do.
pub(crate) fn write_files(tx: &mut Tx, files: &[Stored<FileRecord>]) -> Result<(), StoreError> {
    files.iter().try_for_each(|file| tx.update(file))
}

/// Takes back a file that hung on something and was not read: an update in place.
pub(crate) fn remove_file(tx: &mut Tx, id: FileId, owner: UserId, now: Timestamp) -> Result<(), StoreError> {
    tx.tell(Fact::FileRemoved {
        file_id: id,
        owner_id: owner,
    });
    let change = FileRecord::taken_back(id, owner, now)?;
    tx.change_state("file", change, State::File(FileStatus::Removed))
}

impl Files<'_> {
    /// Announces a file.
    pub async fn create(
        &self,
        file: &FileRecord,
        remember: Option<Remember>,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let mut tx = Tx::new(self.0, now);
        tx.create(file)?;
        tx.remember(remember)?;
        tx.commit(self.0).await
    }

    /// One file.
    pub async fn get(&self, id: FileId) -> Result<Option<Stored<FileRecord>>, StoreError> {
        self.0.get(keys::file(id)).await
    }

    /// Several files, in one call; in none if none is asked for.
    pub async fn several(&self, ids: &[FileId]) -> Result<FoundFiles, StoreError> {
        let keys = file_keys(ids);
        if keys.is_empty() {
            return Ok(FoundFiles::new());
        }
        found_files(self.0.get_many(&keys).await?.into_iter())
    }

    /// A person and files, in one call.
    pub async fn with_user(
        &self,
        user: UserId,
        ids: &[FileId],
    ) -> Result<(Option<UserRecord>, FoundFiles), StoreError> {
        let mut wanted = vec![keys::user(user)];
        wanted.extend(file_keys(ids));
        let mut found = self.0.get_many(&wanted).await?.into_iter();
        let user = found
            .next()
            .flatten()
            .map(Stored::<UserRecord>::read)
            .transpose()?;
        Ok((user.map(Stored::into_inner), found_files(found)?))
    }

    /// Somebody's files, newest first.
    pub async fn of(
        &self,
        user: UserId,
        limit: u32,
        cursor: Option<&str>,
    ) -> Result<Listed<File>, StoreError> {
        let query = Query {
            index: Some(keys::GSI2),
            newest_first: true,
            limit,
            cursor,
            ..Query::partition(keys::files_of(user))
        };
        Ok(self.0.cards::<FileCard>(query).await?.map(File::from))
    }

    /// Writes a file over what was read, with the facts that this makes true. `Stale` when it has moved since.
    pub async fn update(
        &self,
        file: &mut Stored<FileRecord>,
        facts: impl IntoIterator<Item = Fact>,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let mut tx = Tx::new(self.0, now);
        tx.transition(file, facts)?;
        tx.commit(self.0).await?;
        file.mark_written();
        Ok(())
    }

    /// Forgets a file whose objects are gone; idempotent.
    pub async fn delete(&self, id: FileId, now: Timestamp) -> Result<(), StoreError> {
        let mut tx = Tx::new(self.0, now);
        tx.delete("file", keys::file(id))?;
        tx.commit(self.0).await
    }
}
