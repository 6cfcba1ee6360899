//! Deadlines that come near, so that who must act is reminded. How far a schedule has looked through them stands in the table: what
//! crosses a line between two looks is told by the second, once, however late that is.

use crate::keys::{self, Key};
use crate::personal::Personal;
use crate::record::{Card, Record, Stored};
use crate::shards::Shards;
use crate::table::{Query, Sort};
use crate::task::cards::TaskCard;
use crate::tx::Tx;
use crate::{Store, StoreError};
use proconnect_domain::{DAY, Timestamp};
use proconnect_events::Fact;
use serde::{Deserialize, Serialize};

/// How far the deadlines of a kind were looked through for those that are so many days off.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ReminderRecord {
    /// Of what.
    kind: String,
    /// How many days off.
    days: u8,
    /// Up to when.
    until: Timestamp,
}

impl Record for ReminderRecord {
    const TYPE: &'static str = "reminders";
    const V: u32 = 1;
    const BEGINS: (&'static str, &'static str) = (keys::REMINDERS, keys::REMINDERS_SORT);
    const PERSONAL: Personal = Personal::None {
        reason: "how far a schedule has looked",
    };
    fn key(&self) -> Key {
        keys::reminders(&self.kind, self.days)
    }
}

/// Deadlines that come near.
pub struct Reminders<'a>(&'a Store);

/// A look at what has come nearer than so many days since the one before.
#[derive(Debug)]
pub struct Look {
    stored: Option<Stored<ReminderRecord>>,
    next: ReminderRecord,
}

impl Store {
    /// Deadlines that come near.
    pub fn reminders(&self) -> Reminders<'_> {
        Reminders(self)
    }
}

impl Look {
    fn reach(&self, at: Timestamp) -> Timestamp {
        at.plus(DAY * u32::from(self.next.days))
    }

    /// The keys of what it sees, in the index of what is due: what has come near since the look before, and is not over. The first
    /// look begins now. "~" sorts behind every id.
    fn sort(&self) -> Option<Sort<'static>> {
        let before = self.stored.as_ref()?;
        let after = self.reach(before.until).max(self.next.until);
        Some(Sort::Between(
            keys::due_sort(after, "~"),
            keys::due_sort(self.reach(self.next.until), "~"),
        ))
    }
}

impl Reminders<'_> {
    /// Looks at the deadlines of a kind.
    pub async fn look(&self, kind: &str, days: u8, now: Timestamp) -> Result<Look, StoreError> {
        let stored = self.0.get(keys::reminders(kind, days)).await?;
        let next = ReminderRecord {
            kind: kind.to_owned(),
            days,
            until: now,
        };
        Ok(Look { stored, next })
    }

    /// The open tasks that it sees.
    pub async fn tasks(&self, look: &Look) -> Result<Vec<TaskCard>, StoreError> {
        self.seen(keys::DUE_TASKS, look).await
    }

    async fn seen<C: Card>(&self, shards: Shards, look: &Look) -> Result<Vec<C>, StoreError> {
        let mut found = Vec::new();
        for partition in shards.all() {
            let mut next = None::<String>;
            while let Some(sort) = look.sort() {
                let query = Query {
                    index: Some(keys::DUE),
                    sort,
                    cursor: next.as_deref(),
                    ..Query::partition(partition.clone())
                };
                let page = self.0.cards(query).await?;
                found.extend(page.items);
                next = page.next_cursor;
                if next.is_none() {
                    break;
                }
            }
        }
        Ok(found)
    }

    /// Tells of a part of what was seen, the earliest first, and notes that it was looked through the deadlines up to this one:
    /// together, so that who goes on after a death in between begins behind it. `Stale` when another run has looked meanwhile.
    pub async fn tell_part(
        &self,
        look: &mut Look,
        up_to: Timestamp,
        facts: Vec<Fact>,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let Some(stored) = look.stored.as_mut() else {
            return Ok(());
        };
        let looked = ReminderRecord {
            until: up_to.minus(DAY * u32::from(look.next.days)),
            ..look.next.clone()
        };
        let mut tx = Tx::new(self.0, now);
        tx.upsert(Some(stored), &looked)?;
        for fact in facts {
            tx.tell(fact);
        }
        tx.commit(self.0).await?;
        **stored = looked;
        stored.mark_written();
        Ok(())
    }

    /// Notes that everything was looked through. `Stale` when another run has looked meanwhile.
    pub async fn end(&self, look: &Look, now: Timestamp) -> Result<(), StoreError> {
        let mut tx = Tx::new(self.0, now);
        tx.upsert(look.stored.as_ref(), &look.next)?;
        tx.commit(self.0).await
    }
}
