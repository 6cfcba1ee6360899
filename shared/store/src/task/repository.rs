//! Tasks.

use crate::file::{FileRecord, FoundFiles, file_keys, found_files, remove_file, write_files};
use crate::items::value;
use crate::record::{Stored, read};
use crate::refused::CLIENT;
use crate::table::{Filter, Query};
use crate::task::TaskRecord;
use crate::task::cards::TaskCard;
use crate::tx::Tx;
use crate::user::UserRecord;
use crate::{BidRecord, Listed, Remember, Store, StoreError, keys};
use aws_sdk_dynamodb::types::AttributeValue;
use proconnect_domain::{BudgetType, Category, FileId, TaskId, Timestamp, UserId};
use proconnect_messaging::AskBidders;
use std::collections::HashMap;

/// How many cards a search looks at in its one call. A rare match may give a short page with a cursor.
const SEARCH_WINDOW: u32 = 400;

/// Tasks.
pub struct Tasks<'a>(&'a Store);

/// What open tasks are searched by. Everything given must match.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct TaskFilter {
    /// Words, each of which must stand in title, skills or summary. Lower case.
    pub words: Vec<String>,
    /// Category.
    pub category: Option<Category>,
    /// A skill, lower case.
    pub skill: Option<String>,
    /// The budget reaches at least this.
    pub budget_min: Option<i64>,
    /// The budget begins at most here.
    pub budget_max: Option<i64>,
    /// Fixed or hourly.
    pub budget_type: Option<BudgetType>,
    /// The deadline is not after.
    pub deadline_before: Option<Timestamp>,
    /// Part of the place, lower case.
    pub location: Option<String>,
}

/// The order of a search.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum TaskSort {
    /// Newest first.
    #[default]
    Newest,
    /// Next deadline first.
    Deadline,
}

impl Store {
    /// Tasks.
    pub fn tasks(&self) -> Tasks<'_> {
        Tasks(self)
    }
}

impl Tasks<'_> {
    /// Posts a task and counts it for its client. `Condition("client")` when the account is no client's.
    pub async fn create(
        &self,
        task: &TaskRecord,
        files: &[Stored<FileRecord>],
        remember: Option<Remember>,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let mut tx = Tx::new(self.0, now);
        tx.remember(remember)?;
        tx.create(task)?;
        tx.tell(task.posted());
        write_files(&mut tx, files)?;
        tx.change(CLIENT, UserRecord::one_task_more(task.client_id)?)?;
        tx.commit(self.0).await
    }

    /// A task, and the bid that `viewer` made on it, in one call.
    pub async fn get_for(
        &self,
        id: TaskId,
        viewer: Option<UserId>,
    ) -> Result<Option<(Stored<TaskRecord>, Option<Stored<BidRecord>>)>, StoreError> {
        let mut wanted = vec![keys::task(id)];
        wanted.extend(viewer.map(|viewer| keys::bid(id, viewer)));
        let mut found = self.0.get_many(&wanted).await?.into_iter();
        let Some(task) = found.next().flatten() else {
            return Ok(None);
        };
        let bid = found.next().flatten().map(Stored::read).transpose()?;
        Ok(Some((Stored::read(task)?, bid)))
    }

    /// One page of the open tasks that match.
    pub async fn search(
        &self,
        filter: &TaskFilter,
        sort: TaskSort,
        limit: u32,
        page: Option<&str>,
    ) -> Result<Listed<TaskCard>, StoreError> {
        let (index, shards) = match sort {
            TaskSort::Newest => (keys::GSI2, keys::OPEN_TASKS),
            TaskSort::Deadline => (keys::DUE, keys::DUE_TASKS),
        };
        let filter = filter.expression()?;
        let unfiltered = filter.is_none();
        let query = Query {
            index: Some(index),
            newest_first: sort == TaskSort::Newest,
            limit: if unfiltered {
                limit
            } else {
                shards.share(SEARCH_WINDOW)
            },
            cursor: page,
            filter,
            ..Query::partition(String::new())
        };
        self.0.merged(shards, query, limit).await
    }

    /// Writes a task that its client changed: its new files hang on it, those that it has no longer are taken back, and whoever has
    /// bid is asked whether the bid stands, if they must be.
    pub async fn update(
        &self,
        task: &Stored<TaskRecord>,
        (added, removed): (&[Stored<FileRecord>], &[FileId]),
        ask_bidders: bool,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let mut tx = Tx::new(self.0, now);
        tx.update(task)?;
        tx.tell(task.changed());
        write_files(&mut tx, added)?;
        for id in removed {
            remove_file(&mut tx, *id, task.client_id, now)?;
        }
        if ask_bidders {
            tx.order(&AskBidders { task_id: task.id })?;
        }
        tx.commit(self.0).await
    }

    /// A task and files, in one call.
    pub async fn with_files(
        &self,
        id: TaskId,
        files: &[FileId],
    ) -> Result<Option<(Stored<TaskRecord>, FoundFiles)>, StoreError> {
        let mut wanted = vec![keys::task(id)];
        wanted.extend(file_keys(files));
        let mut found = self.0.get_many(&wanted).await?.into_iter();
        let Some(task) = found.next().flatten() else {
            return Ok(None);
        };
        Ok(Some((Stored::read(task)?, found_files(found)?)))
    }

    /// Writes a task that was cancelled; its open bids are closed because of it.
    pub async fn cancel(&self, task: &Stored<TaskRecord>, now: Timestamp) -> Result<(), StoreError> {
        let mut tx = Tx::new(self.0, now);
        tx.transition(task, [task.cancelled()])?;
        tx.commit(self.0).await
    }

    /// A client's own tasks, newest first.
    pub async fn of_client(
        &self,
        client: UserId,
        limit: u32,
        page: Option<&str>,
    ) -> Result<Listed<TaskCard>, StoreError> {
        let query = Query {
            index: Some(keys::GSI3),
            newest_first: true,
            limit,
            cursor: page,
            ..Query::partition(keys::tasks_of(client))
        };
        self.0.cards(query).await
    }
}

impl Tasks<'_> {
    /// A page of a client's own tasks, whole: of the list and of the tasks, in two calls. `limit` is 100 at most
    /// (`BatchGetItem`).
    pub async fn whole_of_client(
        &self,
        client: UserId,
        limit: u32,
        page: Option<&str>,
    ) -> Result<Listed<TaskRecord>, StoreError> {
        let cards = self.of_client(client, limit, page).await?;
        let wanted: Vec<_> = cards.items.iter().map(|card| keys::task(card.id)).collect();
        let found = match wanted.is_empty() {
            true => Vec::new(),
            false => self.0.get_many(&wanted).await?,
        };
        let page = Listed {
            items: found.into_iter().flatten().collect(),
            next_cursor: cards.next_cursor,
            left_out: cards.left_out,
        };
        Ok(page.readable(read))
    }
}

impl TaskFilter {
    /// The filter as DynamoDB takes it, over the card that the index carries.
    fn expression(&self) -> Result<Option<Filter>, StoreError> {
        let mut parts: Vec<String> = Vec::new();
        let mut values: HashMap<String, AttributeValue> = HashMap::new();
        let mut add = |part: &str, name: &str, value: AttributeValue| {
            parts.push(part.to_owned());
            values.insert(name.to_owned(), value);
        };
        for (place, word) in self.words.iter().enumerate() {
            let name = format!(":w{place}");
            add(
                &format!("contains(card.words, {name})"),
                &name,
                AttributeValue::S(word.clone()),
            );
        }
        if let Some(category) = self.category {
            add("card.category = :category", ":category", value(&category)?);
        }
        if let Some(skill) = &self.skill {
            add(
                "contains(card.skillWords, :skill)",
                ":skill",
                AttributeValue::S(skill.clone()),
            );
        }
        if let Some(min) = self.budget_min {
            add(
                "card.budget.#max >= :min",
                ":min",
                AttributeValue::N(min.to_string()),
            );
        }
        if let Some(max) = self.budget_max {
            add(
                "card.budget.#min <= :max",
                ":max",
                AttributeValue::N(max.to_string()),
            );
        }
        if let Some(kind) = self.budget_type {
            add("card.budget.#type = :type", ":type", value(&kind)?);
        }
        if let Some(deadline) = self.deadline_before {
            add("card.deadline <= :deadline", ":deadline", value(&deadline)?);
        }
        if let Some(location) = &self.location {
            add(
                "contains(card.place, :place)",
                ":place",
                AttributeValue::S(location.clone()),
            );
        }
        let names = [("#max", "max"), ("#min", "min"), ("#type", "type")];
        let expression = parts.join(" AND ");
        let names = names.into_iter().filter(|(name, _)| expression.contains(name));
        let names = names
            .map(|(name, attribute)| (name.to_owned(), attribute.to_owned()))
            .collect();
        Ok((!parts.is_empty()).then_some(Filter {
            expression,
            names,
            values,
        }))
    }
}
