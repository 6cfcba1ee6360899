//! A room with a hundred messages beside one with a hundred thousand: opening them and searching in them takes the same.

use crate::Row;
use crate::people::People;
use crate::reads::one;
use dynoxide::actions::query::QueryRequest;
use dynoxide::{Database, ImportOptions, Item};
use serde_json::{Value, json};
use std::path::Path;
use std::time::Duration;
use ulid::Ulid;

const TABLE: &str = "proconnect-local";
/// How many messages the two rooms have.
const SIZES: [usize; 2] = [100, 100_000];
/// How many are written at a time.
const BATCH: usize = 10_000;
/// How often each call is made; of these the first do not count.
const ROUNDS: usize = 70;
const WARM_UP: usize = 10;
/// How much longer the long history may take.
const RATIO: f64 = 1.2;

/// Copies the one message of each room until it has so many, with their words, straight into the table's file.
pub(crate) fn fill(folder: &Path, people: &People) {
    let path = folder.join("table.db");
    let database = Database::new(path.to_str().unwrap()).unwrap();
    database.enable_bulk_loading().unwrap();
    for (room, size) in people.histories.iter().zip(SIZES) {
        let said = all(&database, &format!("ROOM#{room}#MESSAGES"));
        let words = all(&database, &format!("WORDS#{room}"));
        let first: Ulid = id_of(&said[0]);
        for begin in (1..size).step_by(BATCH) {
            let numbers = begin..size.min(begin + BATCH);
            let copies = numbers.flat_map(|number| {
                // Older ones, so that the room's last message stays its last.
                let new = Ulid(first.0 - ((number as u128) << 80));
                said.iter().chain(&words).map(move |item| copy(item, first, new))
            });
            let options = ImportOptions {
                record_streams: false,
                set_cached_at: false,
            };
            database.import_items(TABLE, copies.collect(), options).unwrap();
        }
    }
    database.disable_bulk_loading().unwrap();
}

/// The items of a partition, as JSON.
fn all(database: &Database, partition: &str) -> Vec<String> {
    let request = json!({
        "TableName": TABLE, "KeyConditionExpression": "pk = :pk", "ExpressionAttributeValues": {":pk": {"S": partition}},
    });
    let request: QueryRequest = serde_json::from_value(request).unwrap();
    let found = database.query(request).unwrap().items.unwrap_or_default();
    found
        .iter()
        .map(|item| serde_json::to_string(item).unwrap())
        .collect()
}

fn id_of(message: &str) -> Ulid {
    let message: Value = serde_json::from_str(message).unwrap();
    let id = message["id"]["S"].as_str().unwrap();
    id.strip_prefix("msg_").unwrap().parse().unwrap()
}

/// The same under another id, which stands inverted in the keys of words.
fn copy(item: &str, of: Ulid, new: Ulid) -> Item {
    let (inverse, new_inverse) = (Ulid(!of.0).to_string(), Ulid(!new.0).to_string());
    let item = item.replace(&of.to_string(), &new.to_string());
    serde_json::from_str(&item.replace(&inverse, &new_inverse)).unwrap()
}

/// Medians of one after the other, so that what else the machine does meets both alike.
pub(crate) async fn compare(base: &str, people: &People) -> Vec<Row> {
    let (http, token) = (reqwest::Client::new(), &people.all[0].token);
    let mut times: [[Vec<Duration>; 2]; 2] = Default::default();
    for round in 0..ROUNDS {
        for (which, room) in people.histories.iter().enumerate() {
            for (call, path) in ["messages", "messages/search?q=colours"].into_iter().enumerate() {
                let took = one(&http, &format!("{base}/v1/rooms/{room}/{path}"), token).await;
                if round >= WARM_UP {
                    times[call][which].push(took);
                }
            }
        }
    }
    let ratios = times.map(|[short, long]| median(long) / median(short));
    vec![
        Row("opening 100,000 messages against 100", ratios[0], RATIO, "x"),
        Row("searching 100,000 messages against 100", ratios[1], RATIO, "x"),
    ]
}

fn median(mut times: Vec<Duration>) -> f64 {
    times.sort_unstable();
    crate::percentile(&times, 50)
}
