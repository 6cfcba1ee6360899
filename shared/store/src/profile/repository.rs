//! Profiles, the search for freelancers, saved freelancers, activity and monthly totals.

use crate::file::FileRecord;
use crate::file::{FoundFiles, file_keys, found_files, remove_file, write_files};
use crate::guard::Always;
use crate::items::Item;
use crate::profile::cards::{IndexedTalent, TalentCard};
use crate::profile::{ActivityRecord, MonthRecord, ProfileRecord, SavedRecord, public};
use crate::record::{Record, Stored, unreadable};
use crate::table::{Filter, Query, Sort};
use crate::tx::Tx;
use crate::user::UserRecord;
use crate::{Kind, Listed, Remember, Store, StoreError, keys};
use aws_sdk_dynamodb::types::AttributeValue;
use proconnect_api::{Activity, PublicProfile};
use proconnect_domain::{FileId, Money, Timestamp, UserId};
use std::collections::HashMap;

/// How many cards a search looks at in its one call.
const SEARCH_WINDOW: u32 = 400;

/// An account, and its profile if it has one.
pub type UserAndProfile = (Stored<UserRecord>, Option<Stored<ProfileRecord>>);

/// An item as it is stored, and what it is. Of what cannot be read, nobody knows which attributes are secrets.
#[derive(Debug)]
pub struct Stated {
    /// Its kind.
    pub kind: &'static Kind,
    /// Its attributes.
    pub attributes: HashMap<String, serde_json::Value>,
}

impl Stated {
    fn of(item: Item) -> Result<Self, StoreError> {
        let kind = Kind::of(&item).ok_or_else(|| unreadable(&item, "it is of no known kind"))?;
        // In the newest shape, of which the secrets are known.
        let attributes = serde_dynamo::from_item(kind.again(item)?)?;
        Ok(Self { kind, attributes })
    }
}

/// Profiles.
pub struct Profiles<'a>(&'a Store);

/// The files that a change of a profile brings and takes away, and the answer to keep of it.
#[derive(Default)]
pub struct FileChanges {
    /// They hang on the profile now.
    pub added: Vec<Stored<FileRecord>>,
    /// They are no longer shown, and are deleted.
    pub removed: Vec<FileId>,
    /// What is answered when the same call comes again.
    pub remember: Option<Remember>,
}

/// What freelancers are searched by. Everything given must match.
#[derive(Debug, Default, Clone)]
pub struct FreelancerFilter {
    /// Words, each of which must stand in name, headline, skills or biography. Lower case.
    pub words: Vec<String>,
    /// Skills, all of which they must have; lower case.
    pub skills: Vec<String>,
    /// The hourly rate is in this currency, and at most this. Two currencies are never compared.
    pub rate_max: Option<Money>,
    /// Part of the place, or a country's code; lower case.
    pub location: Option<String>,
}

impl Store {
    /// Profiles.
    pub fn profiles(&self) -> Profiles<'_> {
        Profiles(self)
    }
}

impl Profiles<'_> {
    /// An account and its profile, in one call.
    pub async fn with_user(&self, id: UserId) -> Result<Option<UserAndProfile>, StoreError> {
        Ok(self.with_user_and_files(id, &[]).await?.map(|(found, _)| found))
    }

    /// An account, its profile, and files, in one call.
    pub async fn with_user_and_files(
        &self,
        id: UserId,
        files: &[FileId],
    ) -> Result<Option<(UserAndProfile, FoundFiles)>, StoreError> {
        let mut wanted = vec![keys::user(id), keys::profile(id)];
        wanted.extend(file_keys(files));
        let mut found = self.0.get_many(&wanted).await?.into_iter();
        let Some(user) = found.next().flatten() else {
            return Ok(None);
        };
        let profile = found.next().flatten().map(Stored::read).transpose()?;
        Ok(Some(((Stored::read(user)?, profile), found_files(found)?)))
    }

    /// Somebody as others see them; nobody who has not verified their address, or has left.
    pub async fn public(&self, id: UserId) -> Result<Option<PublicProfile>, StoreError> {
        let found = self.with_user(id).await?;
        Ok(found
            .filter(|(user, _)| user.is_present())
            .map(|(user, profile)| public(&user, profile.map(Stored::into_inner))))
    }

    /// Writes account and profile over what was read, the files that came to it and those that it no longer shows,
    /// and what happened. `Stale` when one of them has moved since.
    pub async fn write(
        &self,
        user: Option<&Stored<UserRecord>>,
        profile: &ProfileRecord,
        read: Option<&Stored<ProfileRecord>>,
        files: FileChanges,
        activity: &[ActivityRecord],
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let mut tx = Tx::new(self.0, now);
        if let Some(user) = user {
            tx.update(user)?;
        }
        tx.upsert(read, profile)?;
        write_files(&mut tx, &files.added)?;
        for id in &files.removed {
            remove_file(&mut tx, *id, profile.user_id, now)?;
        }
        for line in activity {
            tx.create(line)?;
        }
        tx.remember(files.remember)?;
        tx.commit(self.0).await
    }

    /// One page of the freelancers that match, newest account first.
    pub async fn search(
        &self,
        filter: &FreelancerFilter,
        limit: u32,
        cursor: Option<&str>,
    ) -> Result<Listed<TalentCard>, StoreError> {
        let filter = filter.expression();
        let query = Query {
            index: Some(keys::GSI2),
            newest_first: true,
            limit: match filter {
                None => limit,
                Some(_) => keys::FREELANCERS.share(SEARCH_WINDOW),
            },
            cursor,
            filter,
            ..Query::partition(String::new())
        };
        let found = self
            .0
            .merged::<IndexedTalent>(keys::FREELANCERS, query, limit)
            .await?;
        Ok(found.map(|indexed| indexed.card))
    }

    /// Somebody, and a freelancer with their profile, in one call.
    pub async fn with_freelancer(
        &self,
        user: UserId,
        freelancer: UserId,
    ) -> Result<(Option<UserRecord>, Option<UserAndProfile>), StoreError> {
        let wanted = [
            keys::user(user),
            keys::user(freelancer),
            keys::profile(freelancer),
        ];
        let mut found = self.0.get_many(&wanted).await?.into_iter();
        let user = found.next().flatten().map(Stored::read).transpose()?;
        let freelancer = found.next().flatten().map(Stored::read).transpose()?;
        let profile = found.next().flatten().map(Stored::read).transpose()?;
        Ok((
            user.map(Stored::into_inner),
            freelancer.map(|freelancer| (freelancer, profile)),
        ))
    }

    /// Saves a freelancer for somebody; idempotent. `Stale` when the freelancer's account has moved since it was read:
    /// who leaves is not saved concurrently with the job that forgets them.
    pub async fn save(
        &self,
        saved: &SavedRecord,
        freelancer: &Stored<UserRecord>,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let mut tx = Tx::new(self.0, now);
        tx.put(saved)?;
        tx.unmoved(freelancer)?;
        tx.commit(self.0).await
    }

    /// Forgets a saved freelancer; idempotent.
    pub async fn forget(&self, user: UserId, freelancer: UserId, now: Timestamp) -> Result<(), StoreError> {
        let mut tx = Tx::new(self.0, now);
        tx.delete("saved", keys::saved(user, freelancer))?;
        tx.commit(self.0).await
    }

    /// The freelancers that somebody has saved.
    pub async fn saved(
        &self,
        user: UserId,
        limit: u32,
        cursor: Option<&str>,
    ) -> Result<Listed<SavedRecord>, StoreError> {
        self.of_person(user, keys::SAVED, limit, cursor).await
    }

    /// What happened to somebody's account, newest first.
    pub async fn activity(
        &self,
        user: UserId,
        limit: u32,
        cursor: Option<&str>,
    ) -> Result<Listed<Activity>, StoreError> {
        let page: Listed<ActivityRecord> = self.of_person(user, keys::ACTIVITY, limit, cursor).await?;
        Ok(page.map(|record| record.activity.into()))
    }

    /// Notes that somebody took their data with them, which they may whatever became of their account.
    pub async fn note_export(&self, activity: &ActivityRecord, now: Timestamp) -> Result<(), StoreError> {
        let mut tx = Tx::always(Always::Export, now);
        tx.create(activity)?;
        tx.commit(self.0).await
    }

    /// What somebody earned and spent, by month, oldest first.
    pub async fn months(&self, user: UserId) -> Result<Vec<MonthRecord>, StoreError> {
        let query = Query {
            sort: Sort::Prefix(keys::MONTH),
            ..Query::partition(keys::user(user).pk)
        };
        Ok(self.0.records(query).await?.items)
    }

    /// One page of everything that stands under a person, as it is stored.
    pub async fn everything(&self, user: UserId, cursor: Option<&str>) -> Result<Listed<Stated>, StoreError> {
        let query = Query {
            cursor,
            ..Query::partition(keys::user(user).pk)
        };
        Ok(self.0.query(query).await?.readable(Stated::of))
    }

    async fn of_person<T: Record>(
        &self,
        user: UserId,
        prefix: &str,
        limit: u32,
        cursor: Option<&str>,
    ) -> Result<Listed<T>, StoreError> {
        let query = Query {
            sort: Sort::Prefix(prefix),
            newest_first: true,
            limit,
            cursor,
            ..Query::partition(keys::user(user).pk)
        };
        self.0.records(query).await
    }
}

impl FreelancerFilter {
    /// The filter as DynamoDB takes it, over the card that the index carries.
    fn expression(&self) -> Option<Filter> {
        let mut parts: Vec<String> = Vec::new();
        let mut values: Item = HashMap::new();
        let mut add = |part: String, name: &str, value: AttributeValue| {
            parts.push(part);
            values.insert(name.to_owned(), value);
        };
        for (place, word) in self.words.iter().enumerate() {
            let name = format!(":w{place}");
            add(
                format!("contains(card.words, {name})"),
                &name,
                AttributeValue::S(word.clone()),
            );
        }
        for (place, skill) in self.skills.iter().enumerate() {
            let name = format!(":s{place}");
            add(
                format!("contains(card.skillWords, {name})"),
                &name,
                AttributeValue::S(skill.clone()),
            );
        }
        if let Some(place) = &self.location {
            let place = AttributeValue::S(place.clone());
            add("contains(card.place, :place)".to_owned(), ":place", place);
        }
        if let Some(max) = self.rate_max {
            let currency = AttributeValue::S(max.currency.code().to_owned());
            add("card.rate.currency = :currency".to_owned(), ":currency", currency);
            let amount = AttributeValue::N(max.amount.to_string());
            add("card.rate.amount <= :rate".to_owned(), ":rate", amount);
        }
        (!parts.is_empty()).then(|| Filter {
            expression: parts.join(" AND "),
            names: HashMap::new(),
            values,
        })
    }
}
