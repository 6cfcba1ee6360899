//! `GET /v1/users/me/export`: everything that is kept about oneself (GDPR, articles 15 and 20).

use crate::{PAGE, every_page};
use proconnect_api::{ActivityKind, Bid, ContractCard, File, TaskCard};
use proconnect_domain::Timestamp;
use proconnect_http::{ApiError, Caller, Cookies, Json};
use proconnect_runtime::App;
use proconnect_store::{ActivityRecord, Side};
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value;

/// Kept from everybody, their owner among them: what proves who somebody is.
const SECRETS: [&str; 6] = [
    "passwordHash",
    "code",
    "reset",
    "secondFactor",
    "tokenHash",
    "gsi1pk",
];
/// What the table needs for itself.
const INTERNAL: [&str; 11] = [
    "pk", "gsi1sk", "gsi2pk", "gsi2sk", "gsi3pk", "gsi3sk", "duepk", "duesk", "card", "version", "ttl",
];

/// Everything about a person.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Export {
    /// When it was made.
    exported_at: Timestamp,
    /// Account, profile, sessions, payments, activity, saved freelancers: each with `sk`, which says what it is.
    account: Vec<Value>,
    /// Tasks posted.
    tasks: Vec<TaskCard>,
    /// Bids made.
    bids: Vec<Bid>,
    /// Contracts on either side.
    contracts: Vec<ContractCard>,
    /// Files sent. Their content is downloaded one by one.
    files: Vec<File>,
}

/// Exports. Many calls to the table, which a person seldom makes; the activity says when.
pub async fn handle(app: &App, caller: Caller, client: Cookies) -> Result<Json<Export>, ApiError> {
    let (now, id) = (app.now(), caller.user_id);
    let store = &app.store;
    let activity = ActivityRecord::new(
        id,
        ActivityKind::DataExported,
        &client.address,
        &client.user_agent,
        now,
    )?;
    store.profiles().note(&activity, now).await?;
    let account = every_page!(|cursor| store.profiles().everything(id, cursor));
    let tasks = every_page!(|cursor| store.tasks().of_client(id, PAGE, cursor));
    let bids = every_page!(|cursor| store.bids().of_freelancer(id, PAGE, cursor));
    let mut contracts = Vec::new();
    for side in [Side::Client, Side::Freelancer] {
        contracts.extend(every_page!(|cursor| store.contracts().of(id, side, PAGE, cursor)));
    }
    let files = every_page!(|cursor| store.files().of(id, PAGE, cursor));
    let clean = |mut item: std::collections::HashMap<String, Value>| {
        item.retain(|name, _| !SECRETS.contains(&name.as_str()) && !INTERNAL.contains(&name.as_str()));
        Value::Object(item.into_iter().collect())
    };
    Ok(Json(Export {
        exported_at: now,
        account: account.into_iter().map(clean).collect(),
        tasks,
        bids,
        contracts,
        files,
    }))
}
