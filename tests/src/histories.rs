//! Long histories, written straight into the table: a hundred thousand messages take seconds and not hours.

use dynoxide::actions::query::QueryRequest;
use dynoxide::{Database, ImportOptions, Item};
use serde_json::{Value, json};
use ulid::Ulid;

/// How many messages are written at a time.
const BATCH: usize = 10_000;

/// Copies a room's one message, with its words, until the room has so many. They are older than it, so the room's last message
/// stays its last.
pub fn lengthen(database: &Database, table: &str, room: &str, size: usize) {
    let said = all(database, table, &format!("ROOM#{room}#MESSAGES"));
    let words = all(database, table, &format!("WORDS#{room}"));
    assert_eq!(said.len(), 1, "one message is copied");
    let first: Ulid = id_of(&said[0]);
    database.enable_bulk_loading().unwrap();
    for begin in (1..size).step_by(BATCH) {
        let numbers = begin..size.min(begin + BATCH);
        let copies = numbers.flat_map(|number| {
            let new = Ulid(first.0 - ((number as u128) << 80));
            said.iter().chain(&words).map(move |item| copy(item, first, new))
        });
        let options = ImportOptions {
            record_streams: false,
            set_cached_at: false,
        };
        database.import_items(table, copies.collect(), options).unwrap();
    }
    database.disable_bulk_loading().unwrap();
}

/// The items of a partition, as JSON.
fn all(database: &Database, table: &str, partition: &str) -> Vec<String> {
    let request = json!({
        "TableName": table, "KeyConditionExpression": "pk = :pk", "ExpressionAttributeValues": {":pk": {"S": partition}},
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
