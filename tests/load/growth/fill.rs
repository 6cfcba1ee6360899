//! A state with many tasks: a few are posted, and copied under other ids straight into the table's file.

use crate::demo::token;
use crate::server::{free_port, start};
use dynoxide::actions::get_item::GetItemRequest;
use dynoxide::{Database, ImportOptions, Item};
use proconnect_domain::{DAY, Timestamp};
use serde_json::{Value, json};
use std::path::Path;
use ulid::Ulid;

/// The table's name in the local program.
const TABLE: &str = "proconnect-local";
/// How many are posted; enough that each shard of the lists has some.
const POSTED: usize = 16;
/// How many are written at a time.
const BATCH: usize = 10_000;
/// What lists are sharded by, and a copy must keep of an id.
const SHARD: u128 = 0xffff;
/// Copies were posted within this time.
const YEAR_MS: u64 = 365 * 24 * 3600 * 1000;

/// A good task.
pub(crate) fn task(number: usize) -> Value {
    json!({
        "title": format!("Design a logo, number {number}"), "description": "<p>A friendly logo for a bakery.</p>",
        "category": "design", "skills": ["Logo design"], "deadline": deadline(),
        "budget": {"type": "fixed", "min": 10000, "max": 50000, "currency": "usd"},
    })
}

/// Far enough away that nothing falls due while the state is kept.
fn deadline() -> Timestamp {
    Timestamp::from_jiff(jiff::Timestamp::now()).plus(DAY * 360)
}

/// Makes the state in a folder, which is empty or half made.
pub(crate) async fn fill(folder: &Path, size: usize, http: &reqwest::Client) {
    let _ = std::fs::remove_dir_all(folder);
    std::fs::create_dir_all(folder).unwrap();
    let ids = post(folder, http).await;
    let path = folder.join("table.db");
    let database = Database::new(path.to_str().unwrap()).unwrap();
    database.enable_bulk_loading().unwrap();
    let posted: Vec<(String, String)> = ids.into_iter().map(|id| (item(&database, &id), id)).collect();
    for first in (0..size).step_by(BATCH) {
        let numbers = first..size.min(first + BATCH);
        let share = |number: usize| number as f64 / size as f64;
        let copies = numbers
            .map(|number| copy(&posted[number % POSTED], share(number)))
            .collect();
        let options = ImportOptions {
            record_streams: false,
            set_cached_at: false,
        };
        database.import_items(TABLE, copies, options).unwrap();
    }
    database.disable_bulk_loading().unwrap();
    drop(database);
    std::fs::write(folder.join("filled"), size.to_string()).unwrap();
}

async fn post(folder: &Path, http: &reqwest::Client) -> Vec<String> {
    let port = free_port();
    let (_server, _) = start(folder, port, http, "1").await;
    let base = format!("http://localhost:{port}");
    // The demo's accounts can sign in once it is there.
    drained(&base, http).await;
    let clara = token(&base, http, "oscar").await;
    let mut ids = Vec::new();
    for number in 0..POSTED {
        let call = http
            .post(format!("{base}/v1/tasks"))
            .bearer_auth(&clara)
            .json(&task(number));
        let answer: Value = call.send().await.unwrap().json().await.unwrap();
        let id = answer["id"].as_str().unwrap_or_else(|| panic!("{answer}"));
        ids.push(id.to_owned());
    }
    drained(&base, http).await;
    ids
}

/// Waits until the demo is there, and all that follows from what was done.
async fn drained(base: &str, http: &reqwest::Client) {
    let answer = http.post(format!("{base}/_local/drain")).send().await.unwrap();
    assert!(answer.status().is_success(), "{}", answer.status());
}

/// A task as the table has it, as JSON.
fn item(database: &Database, id: &str) -> String {
    let request = json!({
        "TableName": TABLE, "Key": {"pk": {"S": format!("TASK#{id}")}, "sk": {"S": "#TASK"}},
    });
    let request: GetItemRequest = serde_json::from_value(request).unwrap();
    let found = database
        .get_item(request)
        .unwrap()
        .item
        .expect("the task is in the table");
    serde_json::to_string(&found).unwrap()
}

/// The same under another id, whose shard is the same. Ids grow with the share of the year that has passed: what is written
/// in order is written quickly.
fn copy((item, id): &(String, String), passed: f64) -> Item {
    let (kind, ulid) = id.split_once('_').unwrap();
    let of: Ulid = ulid.parse().unwrap();
    let first = of.timestamp_ms() - YEAR_MS;
    let new = Ulid::from_parts(
        first + (YEAR_MS as f64 * passed) as u64,
        Ulid::generate().random(),
    );
    let new = Ulid((new.0 & !SHARD) | (of.0 & SHARD));
    serde_json::from_str(&item.replace(id, &format!("{kind}_{new}"))).unwrap()
}
