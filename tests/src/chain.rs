//! Checks a ledger as somebody does who has only its answers and the documentation.

use proconnect_payments::chain::{Broken, Chained, Entry, verify};
use proconnect_payments::ledger::Posting;
use serde_json::Value;

fn text<'a>(item: &'a Value, name: &str) -> &'a str {
    item[name]
        .as_str()
        .unwrap_or_else(|| panic!("no {name} in {item}"))
}

/// Whether these entries, oldest first, are the whole chain of a contract up to its head.
pub fn chain_verdict(contract: &str, items: &[Value], head: &Value) -> Result<(), Broken> {
    let postings: Vec<Vec<Posting>> = items
        .iter()
        .map(|item| serde_json::from_value(item["entries"].clone()).unwrap())
        .collect();
    let chained = items.iter().zip(&postings).map(|(item, postings)| Chained {
        entry: Entry {
            contract_id: contract,
            sequence: item["sequence"].as_u64().unwrap(),
            id: text(item, "id"),
            at: text(item, "at"),
            cause: text(item, "cause"),
            currency: text(item, "currency"),
            postings,
            previous_hash: text(item, "previousHash"),
        },
        hash: text(item, "hash"),
    });
    let head = head["sequence"]
        .as_u64()
        .map(|sequence| (sequence, text(head, "hash")));
    verify(&chained.collect::<Vec<_>>(), head)
}
