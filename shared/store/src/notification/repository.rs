//! What people are told: written once each, listed, read.

use super::PreferencesRecord;
use super::inbox::{InboxRecord, Read};
use super::record::{NotificationRecord, ThingRecord};
use crate::items::{Item, text};
use crate::keys::Key;
use crate::record::{Record, Stored, read};
use crate::table::{Query, Sort};
use crate::tx::Tx;
use crate::user::UserRecord;
use crate::{Listed, Store, StoreError, cursor, keys};
use aws_sdk_dynamodb::types::AttributeValue;
use futures_util::future::try_join;
use proconnect_domain::{NoticeCategory, NotificationId, ThingKind, Timestamp, UserId};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// What the condition is called that somebody has not left.
const LEFT: &str = "left";

/// What people are told.
pub struct Notifications<'a>(pub(crate) &'a Store);

impl Store {
    /// What people are told.
    pub fn notifications(&self) -> Notifications<'_> {
        Notifications(self)
    }
}

/// What is known of somebody who is to be told something.
#[derive(Debug, Clone)]
pub struct Addressee {
    /// Their inbox, once something has arrived.
    pub inbox: Option<Stored<InboxRecord>>,
    /// What they have chosen, if anything.
    pub preferences: PreferencesRecord,
}

impl Addressee {
    /// From the items of inbox and preferences.
    fn read(id: UserId, inbox: Option<Item>, preferences: Option<Item>) -> Result<Self, StoreError> {
        let preferences = preferences.map(read).transpose()?;
        Ok(Self {
            inbox: inbox.map(Stored::read).transpose()?,
            preferences: preferences.unwrap_or_else(|| PreferencesRecord::usual(id)),
        })
    }
}

/// A page of somebody's notices, and what of them is unread.
#[derive(Debug, Clone)]
pub struct Notices {
    /// The page.
    pub page: Listed<NotificationRecord>,
    /// The inbox.
    pub inbox: InboxRecord,
}

impl Notifications<'_> {
    /// What is known of some people, in one call.
    pub async fn addressees(&self, people: &[UserId]) -> Result<BTreeMap<UserId, Addressee>, StoreError> {
        let wanted = people
            .iter()
            .flat_map(|id| [keys::inbox(*id), keys::preferences(*id)]);
        let wanted: Vec<Key> = wanted.collect();
        if wanted.is_empty() {
            return Ok(BTreeMap::new());
        }
        let mut found = self.0.get_many(&wanted).await?.into_iter();
        let known = people.iter().map(|id| {
            let (inbox, preferences) = (found.next().flatten(), found.next().flatten());
            Ok((*id, Addressee::read(*id, inbox, preferences)?))
        });
        known.collect()
    }

    /// Somebody who is to be mailed: their account, and what is known of them, in one call.
    pub async fn reader(&self, id: UserId) -> Result<(Option<Stored<UserRecord>>, Addressee), StoreError> {
        let wanted = [keys::user(id), keys::inbox(id), keys::preferences(id)];
        let mut found = self.0.get_many(&wanted).await?.into_iter();
        let user = found.next().flatten().map(Stored::read).transpose()?;
        let (inbox, preferences) = (found.next().flatten(), found.next().flatten());
        Ok((user, Addressee::read(id, inbox, preferences)?))
    }

    /// Writes a notice, which counts as unread, unless it was written before; its `number` is set here. Returns it, and how many
    /// are unread with it; nothing for somebody who has left, nor a reminder for somebody who is suspended. `Stale` when something
    /// else arrived since the inbox was read.
    pub async fn note(
        &self,
        mut notice: NotificationRecord,
        inbox: Option<&Stored<InboxRecord>>,
        now: Timestamp,
    ) -> Result<Option<(NotificationRecord, u32)>, StoreError> {
        let mut changed = inbox.map_or_else(
            || InboxRecord::empty(notice.user_id),
            |inbox| InboxRecord::clone(inbox),
        );
        notice.number = changed.take(notice.id, notice.category, now);
        let mut tx = Tx::new(self.0, now);
        tx.create(&notice)?;
        tx.upsert(inbox, &changed)?;
        // Who is suspended is told what became of their things, but not to hurry with what they may not do.
        match notice.category {
            NoticeCategory::Reminders => tx.in_use(LEFT, keys::user(notice.user_id))?,
            _ => tx.present(LEFT, keys::user(notice.user_id))?,
        }
        match tx.commit(self.0).await {
            Ok(()) => Ok(Some((notice, changed.count(now)))),
            Err(error) if error.is_condition(LEFT) => Ok(None),
            Err(error) if error.is_condition(NotificationRecord::TYPE) => {
                let unread = inbox.map_or(0, |inbox| inbox.count(now));
                Ok(Some((notice, unread)))
            }
            Err(error) => Err(error),
        }
    }

    /// A page of what somebody was told, newest first, and their inbox: in one round trip, or two for what is unread.
    pub async fn of(
        &self,
        user: UserId,
        (category, only_unread): (Option<NoticeCategory>, bool),
        (limit, cursor): (u32, Option<&str>),
        now: Timestamp,
    ) -> Result<Notices, StoreError> {
        if only_unread {
            return self.unread(user, category, (limit, cursor), now).await;
        }
        // Both through one handle, since they are one round trip.
        let one = &self.0.metered();
        let page = async {
            match category {
                None => {
                    let query = Query {
                        sort: Sort::Prefix(keys::NOTICE),
                        newest_first: true,
                        limit,
                        cursor,
                        ..Query::partition(keys::user(user).pk)
                    };
                    one.records(query).await
                }
                Some(category) => {
                    let query = Query {
                        index: Some(keys::GSI2),
                        newest_first: true,
                        limit,
                        cursor,
                        ..Query::partition(keys::notices_about(user, category))
                    };
                    one.cards(query).await
                }
            }
        };
        let own = one.notifications();
        let found: Result<(Listed<NotificationRecord>, _), StoreError> =
            try_join(page, own.inbox(user)).await;
        self.0.meter.at_once(one.meter.reading());
        let (page, inbox) = found?;
        Ok(Notices { page, inbox })
    }

    /// The inbox names what is unread, so that a page of it costs what is on it.
    async fn unread(
        &self,
        user: UserId,
        category: Option<NoticeCategory>,
        (limit, cursor): (u32, Option<&str>),
        now: Timestamp,
    ) -> Result<Notices, StoreError> {
        let list = format!("{}{category:?}", keys::inbox(user).pk);
        let after = cursor::decode(&list, cursor, &cursor::Bounds::of_all(""))?;
        let after = after.map(|keys| text(&keys, "sk"));
        let inbox = self.inbox(user).await?;
        let wanted = inbox
            .unread(now)
            .filter(|unread| category.is_none_or(|category| unread.category == category));
        let mut ids: Vec<NotificationId> = wanted.map(|unread| unread.id).collect();
        ids.sort_unstable_by(|one, other| other.cmp(one));
        ids.retain(|id| after.as_ref().is_none_or(|after| id.to_string() < *after));
        let more = ids.len() > limit as usize;
        ids.truncate(limit as usize);
        let last = ids
            .last()
            .filter(|_| more)
            .map(|id| HashMap::from([("sk".to_owned(), AttributeValue::S(id.to_string()))]));
        let items = self.these(user, &ids).await?;
        let page = Listed {
            items,
            next_cursor: cursor::encode(&list, last.as_ref()),
            left_out: 0,
        };
        Ok(Notices {
            page: page.readable(read),
            inbox,
        })
    }

    async fn these(&self, user: UserId, ids: &[NotificationId]) -> Result<Vec<Item>, StoreError> {
        if ids.is_empty() {
            return Ok(Vec::new());
        }
        let wanted: Vec<Key> = ids.iter().map(|id| keys::notice(user, *id)).collect();
        Ok(self.0.get_many(&wanted).await?.into_iter().flatten().collect())
    }

    /// Notices by name; those that are forgotten are left out.
    pub async fn get(
        &self,
        user: UserId,
        ids: &[NotificationId],
    ) -> Result<Vec<NotificationRecord>, StoreError> {
        self.these(user, ids).await?.into_iter().map(read).collect()
    }

    /// What of somebody's notices is unread, strongly consistent.
    pub async fn inbox(&self, user: UserId) -> Result<InboxRecord, StoreError> {
        let found: Option<Stored<InboxRecord>> = self.0.get(keys::inbox(user)).await?;
        Ok(found.map_or_else(|| InboxRecord::empty(user), Stored::into_inner))
    }

    /// Marks as read what is named, or everything up to one of them; whether that is news. What is not theirs is passed over.
    /// `Stale` when something arrived since the inbox was read.
    pub async fn mark(
        &self,
        user: UserId,
        these: Option<&[NotificationId]>,
        up_to: Option<NotificationId>,
        now: Timestamp,
    ) -> Result<(InboxRecord, bool), StoreError> {
        let mut wanted = vec![keys::inbox(user)];
        wanted.extend(up_to.map(|id| keys::notice(user, id)));
        let mut found = self.0.get_many(&wanted).await?.into_iter();
        let inbox: Option<Stored<InboxRecord>> = found.next().flatten().map(Stored::read).transpose()?;
        let last: Option<NotificationRecord> = found.next().flatten().map(read).transpose()?;
        let Some(mut inbox) = inbox else {
            return Ok((InboxRecord::empty(user), false));
        };
        let read = match (these, up_to) {
            (Some(ids), _) => Read::These(ids),
            (None, None) => Read::All,
            // Forgotten, or not theirs.
            (None, Some(_)) => Read::UpTo(last.map_or(0, |last| last.number)),
        };
        let is_news = inbox.read(read, now);
        if is_news {
            let mut tx = Tx::new(self.0, now);
            tx.update(&inbox)?;
            tx.commit(self.0).await?;
        }
        Ok((inbox.into_inner(), is_news))
    }

    /// Which things are no longer there, by their ids, in one call. Contracts stay for good, and a file's notice tells that it
    /// is gone by itself.
    pub async fn gone<'t>(
        &self,
        things: impl Iterator<Item = &'t ThingRecord>,
    ) -> Result<BTreeSet<String>, StoreError> {
        let things = things.filter_map(|thing| Some((place(thing)?, thing.id.clone()?)));
        let asked: BTreeMap<String, (Key, String)> =
            things.map(|(key, id)| (key.pk.clone(), (key, id))).collect();
        if asked.is_empty() {
            return Ok(BTreeSet::new());
        }
        let wanted: Vec<Key> = asked.values().map(|(key, _)| key.clone()).collect();
        let found = self
            .0
            .get_shown(&wanted, "#pk, #sk", &[("#pk", "pk"), ("#sk", "sk")])
            .await?;
        let there: BTreeSet<String> = found.iter().map(|item| text(item, "pk")).collect();
        let missing = asked.into_iter().filter(|(pk, _)| !there.contains(pk));
        Ok(missing.map(|(_, (_, id))| id).collect())
    }
}

/// Where a thing stands that may come to be gone.
fn place(thing: &ThingRecord) -> Option<Key> {
    let id = thing.id.as_deref()?;
    match thing.kind {
        ThingKind::Task => id.parse().ok().map(keys::task),
        ThingKind::Room => id.parse().ok().map(keys::room),
        ThingKind::Contract | ThingKind::File | ThingKind::Account => None,
    }
}
