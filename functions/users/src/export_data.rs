//! `GET /v1/users/me/export`: everything that is kept about oneself (GDPR, articles 15 and 20).

use crate::PAGE;
use crate::talks::{self, Talk};
use proconnect_api::{Bid, Contract, Dispute, File, Task};
use proconnect_domain::{ActivityKind, Timestamp, UserId};
use proconnect_http::{ApiError, Caller, Client, ErrorCode, Query, Unkept};
use proconnect_rules::{
    limits::{self, EXPORT, EXPORT_MORE},
    present_user,
};
use proconnect_runtime::{App, Function};
use proconnect_store::{ActivityRecord, Export as Exported, Side, Stated, Store};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// Signed in: everything that is kept about oneself, as JSON; much of it in parts.
pub const FUNCTION: Function = proconnect_runtime::http!(GET "/v1/users/me/export", handle);

/// What the table needs for itself.
const INTERNAL: [&str; 13] = [
    "pk", "gsi1pk", "gsi1sk", "gsi2pk", "gsi2sk", "gsi3pk", "gsi3sk", "duepk", "duesk", "card", "version",
    "v", "ttl",
];

/// An answer ends after the page that brings it above this. Lambda carries 6 MB, in which each quote is two bytes, and
/// one page more is 3 MB at most.
const ENOUGH_BYTES: usize = 1_500_000;
/// And after so many pages, a second or two of reading.
const MOST_PAGES: u32 = 25;
/// Tasks of up to 20 KB come so many at a time,
const TASKS: u32 = 20;
/// and contracts, which with everything that was handed in may be a megabyte, so many.
const CONTRACTS: u32 = 3;

/// Where to go on.
#[derive(Deserialize, JsonSchema)]
pub struct More {
    /// The `nextCursor` of the answer before.
    cursor: Option<String>,
}

/// Everything about a person, or the next part of it.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Export {
    /// When it was made.
    exported_at: Timestamp,
    /// Account, profile, sessions, payments, activity, saved freelancers: each with its `type`.
    account: Vec<Value>,
    /// Tasks posted.
    tasks: Vec<Task>,
    /// Bids made.
    bids: Vec<Bid>,
    /// Contracts on either side, with their milestones and what was handed in.
    contracts: Vec<Contract>,
    /// Files sent. Their content is downloaded one by one.
    files: Vec<File>,
    /// Disputes on either side, with what was shown in them.
    disputes: Vec<Dispute>,
    /// Rooms, each with all that was said in it, newest first. A long one comes in several parts of the same room.
    rooms: Vec<Talk>,
    /// Where the rest begins; null when this was all. Few people have so much.
    next_cursor: Option<String>,
}

/// Exports, in parts of some megabytes. The activity says when it began. Who is suspended may take their data as well.
pub async fn handle(
    app: &App,
    caller: Caller,
    (client, Query(more)): (Client, Query<More>),
) -> Result<Unkept<Export>, ApiError> {
    let (now, id) = (app.now(), caller.user_id);
    let limits = if more.cursor.is_none() {
        &EXPORT
    } else {
        &EXPORT_MORE
    };
    present_user(app, &caller).await?;
    limits::check(app, limits, &client.address, &id.to_string()).await?;
    if more.cursor.is_none() {
        let kind = ActivityKind::DataExported;
        let activity = ActivityRecord::new(id, kind, &client.address, &client.user_agent, now)?;
        app.store.profiles().note_export(&activity, now).await?;
    }
    let mut export = Export::at(now);
    let (mut place, mut bytes) = (Place::parse(more.cursor.as_deref())?, 0);
    for _ in 0..MOST_PAGES {
        let (found, next) = export.read(&app.store, id, &place).await?;
        bytes += found;
        match place.after(next) {
            Some(next) => place = next,
            None => return Ok(Unkept(export)),
        }
        if bytes > ENOUGH_BYTES {
            break;
        }
    }
    export.next_cursor = Some(place.to_string());
    Ok(Unkept(export))
}

/// A list of the export, and where to go on in it.
struct Place {
    list: usize,
    cursor: Option<String>,
}

/// Account, tasks, bids, contracts of each side, files, disputes, rooms.
const LISTS: usize = 8;

impl Place {
    fn parse(cursor: Option<&str>) -> Result<Self, ApiError> {
        let (list, rest) = cursor.unwrap_or("0.").split_once('.').unwrap_or_default();
        let list = list.parse().ok().filter(|list| *list < LISTS);
        Ok(Self {
            list: list.ok_or_else(|| ApiError::of(ErrorCode::InvalidCursor))?,
            cursor: (!rest.is_empty()).then(|| rest.to_owned()),
        })
    }

    /// The next page of this list, the next list, or nothing.
    fn after(&self, cursor: Option<String>) -> Option<Self> {
        let list = if cursor.is_some() {
            self.list
        } else {
            self.list + 1
        };
        (list < LISTS).then_some(Self { list, cursor })
    }
}

impl std::fmt::Display for Place {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}.{}", self.list, self.cursor.as_deref().unwrap_or_default())
    }
}

impl Export {
    fn at(exported_at: Timestamp) -> Self {
        Self {
            exported_at,
            account: Vec::new(),
            tasks: Vec::new(),
            bids: Vec::new(),
            contracts: Vec::new(),
            files: Vec::new(),
            disputes: Vec::new(),
            rooms: Vec::new(),
            next_cursor: None,
        }
    }

    /// Reads one page. Returns its size and where the list goes on.
    async fn read(
        &mut self,
        store: &Store,
        id: UserId,
        place: &Place,
    ) -> Result<(usize, Option<String>), ApiError> {
        let cursor = place.cursor.as_deref();
        Ok(match place.list {
            0 => {
                let page = store.profiles().everything(id, cursor).await?;
                let items = page.items.iter().filter_map(own).collect();
                (add(&mut self.account, items), page.next_cursor)
            }
            1 => {
                let page = store.tasks().whole_of_client(id, TASKS, cursor).await?;
                let people = store.people([id]).await?;
                let items = page.items.iter();
                let items = items.map(|task| task.view(&people, None, Some(id))).collect();
                (add(&mut self.tasks, items), page.next_cursor)
            }
            2 => {
                let page = store.bids().of_freelancer(id, PAGE, cursor).await?;
                let people = store.people([id]).await?;
                let items = page.items.into_iter().map(|bid| bid.view(&people)).collect();
                (add(&mut self.bids, items), page.next_cursor)
            }
            3 => self.contracts(store, id, Side::Client, cursor).await?,
            4 => self.contracts(store, id, Side::Freelancer, cursor).await?,
            5 => {
                let page = store.files().of(id, PAGE, cursor).await?;
                (add(&mut self.files, page.items), page.next_cursor)
            }
            6 => self.disputes(store, id, cursor).await?,
            _ => {
                let (found, next) = talks::read(store, id, cursor).await?;
                (add(&mut self.rooms, found), next)
            }
        })
    }

    async fn disputes(
        &mut self,
        store: &Store,
        id: UserId,
        cursor: Option<&str>,
    ) -> Result<(usize, Option<String>), ApiError> {
        let page = store.disputes().of(id, CONTRACTS, cursor).await?;
        let sides = page
            .items
            .iter()
            .flat_map(|card| [card.client.id, card.freelancer.id]);
        let people = store.people(sides).await?;
        let mut items = Vec::new();
        for card in page.items {
            let found = store.disputes().detail(card.id).await?;
            items.extend(found.and_then(|found| {
                let side = found.dispute.side_of(id)?;
                Some(found.dispute.view(&people, &found.evidence, side))
            }));
        }
        Ok((add(&mut self.disputes, items), page.next_cursor))
    }

    async fn contracts(
        &mut self,
        store: &Store,
        id: UserId,
        side: Side,
        cursor: Option<&str>,
    ) -> Result<(usize, Option<String>), ApiError> {
        let page = store.contracts().of(id, side, CONTRACTS, cursor).await?;
        let sides = page
            .items
            .iter()
            .flat_map(|card| [card.client_id, card.freelancer_id]);
        let people = store.people(sides).await?;
        let mut items = Vec::new();
        for card in page.items {
            let found = store.contracts().detail(card.id).await?;
            items.extend(found.map(|found| {
                let for_client = side == Side::Client;
                found
                    .contract
                    .view(&people, &found.submissions, &found.revisions, for_client)
            }));
        }
        Ok((add(&mut self.contracts, items), page.next_cursor))
    }
}

/// Adds a page, and returns its size in the answer.
fn add<T: Serialize>(all: &mut Vec<T>, page: Vec<T>) -> usize {
    let size = serde_json::to_string(&page).map_or(0, |text| text.len());
    all.extend(page);
    size
}

/// An item of the account as its owner gets it, if it is of a kind that is exported so.
fn own(item: &Stated) -> Option<Value> {
    if item.kind.personal.export() != Some(Exported::Account) {
        return None;
    }
    let secrets = item.kind.secrets;
    let shown = item
        .attributes
        .iter()
        .filter(|(name, _)| !secrets.contains(&name.as_str()) && !INTERNAL.contains(&name.as_str()));
    Some(Value::Object(
        shown.map(|(name, value)| (name.clone(), value.clone())).collect(),
    ))
}
