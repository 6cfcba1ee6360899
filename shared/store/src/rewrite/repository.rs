//! Reads the whole table and writes it anew, item by item.

use super::items::{Found, Page, Place, Rewritten, start, while_unmoved};
use super::record::RewriteRecord;
use crate::record::Stored;
use crate::table::Item;
use crate::tx::Tx;
use crate::{Store, StoreError, keys};
use aws_sdk_dynamodb::types::ReturnConsumedCapacity;
use proconnect_domain::Timestamp;

/// An item that others change is read anew and tried again so often.
const TRIES: u32 = 4;

/// The rewrite.
pub struct Rewrites<'a>(&'a Store);

impl Store {
    /// The rewrite of every item of the table.
    pub fn rewrites(&self) -> Rewrites<'_> {
        Rewrites(self)
    }
}

impl Rewrites<'_> {
    /// The one that is under way, or the last one.
    pub async fn last(&self) -> Result<Option<Stored<RewriteRecord>>, StoreError> {
        self.0.get(keys::rewrite()).await
    }

    /// Starts one, in the place of the last one. `Stale` when somebody else was faster.
    pub async fn start(
        &self,
        last: Option<&Stored<RewriteRecord>>,
        record: &RewriteRecord,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let mut tx = Tx::new(self.0, now);
        tx.upsert(last, record)?;
        tx.commit(self.0).await
    }

    /// Saves how far it has come. `Stale` when somebody else has written since it was read.
    pub async fn save(&self, rewrite: &mut Stored<RewriteRecord>, now: Timestamp) -> Result<(), StoreError> {
        rewrite.saved_at = now;
        let mut tx = Tx::new(self.0, now);
        tx.update(rewrite)?;
        tx.commit(self.0).await?;
        rewrite.mark_written();
        Ok(())
    }

    /// A page of a segment of the whole table, strongly consistent: what was written before the rewrite began is in it.
    #[expect(
        clippy::disallowed_methods,
        reason = "every item is to be read; an operator starts it, and it keeps to a rate"
    )]
    pub async fn page(
        &self,
        segment: u32,
        segments: u32,
        after: Option<&Place>,
        limit: u32,
    ) -> Result<Page, StoreError> {
        let number = |value: u32| i32::try_from(value).unwrap_or(i32::MAX);
        let output = self
            .0
            .client
            .scan()
            .table_name(&*self.0.table)
            .consistent_read(true)
            .segment(number(segment))
            .total_segments(number(segments))
            .set_exclusive_start_key(after.map(start))
            .limit(number(limit))
            .return_consumed_capacity(ReturnConsumedCapacity::Total)
            .send()
            .await
            .map_err(StoreError::from_sdk)?;
        self.0.meter.count(false, output.consumed_capacity());
        Ok(Page {
            next: output.last_evaluated_key().map(Place::of),
            items: output.items.unwrap_or_default().into_iter().map(Found).collect(),
        })
    }

    /// Writes an item as today's code would, through the same code, unless it is so already. What somebody else has
    /// written meanwhile is never overwritten, and what was deleted does not come back. Its version stays, since the
    /// record is the same: who has read it may still write it.
    pub async fn rewrite(&self, found: Found) -> Result<Rewritten, StoreError> {
        let mut found = found;
        for _ in 0..TRIES {
            match found.again() {
                Ok(None) => return Ok(Rewritten::Current),
                Ok(Some(new)) => {
                    if self.replace(&found.0, new).await? {
                        return Ok(Rewritten::Changed);
                    }
                }
                Err(StoreError::Unreadable { id, .. }) => return Ok(Rewritten::Unreadable(id)),
                Err(error) => return Err(error),
            }
            let newest = self.0.get_many(&[found.place().key()]).await?;
            match newest.into_iter().next().flatten() {
                Some(newest) => found = Found(newest),
                None => return Ok(Rewritten::Overtaken),
            }
        }
        Ok(Rewritten::Overtaken)
    }

    /// Whether the new item took the place of what was read.
    async fn replace(&self, read: &Item, new: Item) -> Result<bool, StoreError> {
        let put = self.0.client.put_item().table_name(&*self.0.table);
        let put = while_unmoved(put, read, &new)
            .set_item(Some(new))
            .return_consumed_capacity(ReturnConsumedCapacity::Total);
        match put.send().await {
            Ok(output) => {
                self.0.meter.count(true, output.consumed_capacity());
                Ok(true)
            }
            Err(error) => {
                let refusal = error.as_service_error();
                match refusal.is_some_and(|error| error.is_conditional_check_failed_exception()) {
                    true => Ok(false),
                    false => Err(StoreError::from_sdk(error)),
                }
            }
        }
    }
}
