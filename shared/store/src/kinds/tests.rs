//! What each version wrote is read for good, and what is written today is what is kept as the newest.
//!
//! `tests/golden/<type>/v<n>.json` holds items as version n wrote them, in DynamoDB's JSON; version 0 is from before items
//! had one. The files of an earlier version never change. Who changes the shape of a record raises its `V`, and adds the
//! items that come of the earlier ones.

use super::*;
use crate::People;
use crate::bid::cards::BidCard;
use crate::contract::cards::ContractCard;
use crate::dispute::cards::DisputeCard;
use crate::file::cards::FileCard;
use crate::profile::IndexedTalent;
use crate::record::read_card;
use crate::task::cards::TaskCard;
use aws_sdk_dynamodb::types::AttributeValue;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden")
}

/// The kinds that there were before there were versions.
const BEFORE: usize = 27;

/// The version under which a kind was first written.
fn first(kind: &Kind) -> u32 {
    let before = folder().join(kind.name).join("v0.json").exists();
    u32::from(!before)
}

/// The items that a version of a kind wrote.
fn golden(kind: &Kind, version: u32) -> Vec<Item> {
    let path = folder().join(format!("{}/v{version}.json", kind.name));
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let items: Vec<serde_dynamo::Item> = serde_json::from_str(&text).unwrap();
    items.into_iter().map(Item::from).collect()
}

#[test]
fn what_each_version_wrote_is_read_as_what_is_written_today() {
    for kind in KINDS {
        let newest = golden(kind, kind.version);
        assert!(!newest.is_empty(), "{}", kind.name);
        for version in first(kind)..=kind.version {
            let written = golden(kind, version);
            assert_eq!(written.len(), newest.len(), "{} v{version}", kind.name);
            for (item, newest) in written.into_iter().zip(&newest) {
                assert_eq!(number::<u32>(&item, "v").unwrap_or_default(), version);
                assert_eq!(Kind::of(&item).unwrap().name, kind.name);
                let again = kind.again(item).unwrap();
                assert_eq!(&again, newest, "{} v{version}", kind.name);
            }
        }
    }
}

#[test]
fn every_kind_has_its_golden_items_and_there_are_no_others() {
    let folders = std::fs::read_dir(folder()).unwrap();
    let names = |entry: std::io::Result<std::fs::DirEntry>| entry.unwrap().file_name().into_string().unwrap();
    let found: BTreeSet<String> = folders.map(names).collect();
    let kinds: BTreeSet<String> = KINDS.iter().map(|kind| kind.name.to_owned()).collect();
    assert_eq!(found, kinds);
    assert_eq!(kinds.len(), KINDS.len(), "two kinds of one name");
    for kind in KINDS {
        let files = std::fs::read_dir(folder().join(kind.name)).unwrap().count();
        let expected = (first(kind)..=kind.version).count();
        assert_eq!(files, expected, "{}", kind.name);
    }
    assert_eq!(KINDS.iter().filter(|kind| first(kind) == 0).count(), BEFORE);
}

#[test]
fn an_item_of_the_future_is_reported_and_not_guessed_at() {
    for kind in KINDS {
        let mut item = golden(kind, kind.version).remove(0);
        let v = AttributeValue::N((kind.version + 1).to_string());
        item.insert("v".to_owned(), v);
        let found = kind.again(item.clone());
        assert!(
            matches!(found, Err(StoreError::Unreadable { .. })),
            "{}: {found:?}",
            kind.name
        );
        item.insert("v".to_owned(), AttributeValue::S("1".to_owned()));
        assert!(kind.again(item).is_err(), "{}", kind.name);
    }
}

#[test]
fn an_item_of_another_kind_is_not_taken_for_one_s_own() {
    for kind in KINDS {
        let mut item = golden(kind, kind.version).remove(0);
        item.insert("type".to_owned(), AttributeValue::S("another".to_owned()));
        assert!(Kind::of(&item).is_none());
        assert!(kind.again(item).is_err(), "{}", kind.name);
    }
}

/// The cards of each kind that has some, as lists show them.
fn shown(kind: &str, item: Item) -> String {
    fn of<C: crate::record::Card, V: std::fmt::Debug>(item: Item, view: impl Fn(C) -> V) -> String {
        format!("{:?}", view(read_card::<C>(item).unwrap()))
    }
    let people = People::default();
    match kind {
        "task" => of(item, |card: TaskCard| card.view(&people)),
        "bid" => of(item, |card: BidCard| card.view(&people)),
        "contract" => of(item, |card: ContractCard| card.view(&people)),
        "dispute" => of(item, |card: DisputeCard| {
            let reader = card.client.id;
            card.view(&people, reader)
        }),
        "file" => of(item, |card: FileCard| proconnect_api::File::from(card)),
        "profile" => of(item, |card: IndexedTalent| card.card.view(&people)),
        other => panic!("{other} has a card that no list shows"),
    }
}

#[test]
fn a_card_of_each_version_is_shown_as_one_of_today() {
    let mut cards = 0;
    for kind in KINDS {
        for version in first(kind)..kind.version {
            let pairs = golden(kind, version).into_iter().zip(golden(kind, kind.version));
            // The outbox's card is a text, and read as one.
            let carry = |item: &Item| matches!(item.get("card"), Some(AttributeValue::M(_)));
            for (old, new) in pairs.filter(|(old, _)| carry(old)) {
                cards += 1;
                assert_eq!(shown(kind.name, old), shown(kind.name, new));
            }
        }
    }
    assert!(cards >= 5, "{cards}");
}

/// Where changes in place are written, beside their records, and how many each file has.
const CHANGES: [(&str, usize); 6] = [
    ("file/changes.rs", 2),
    ("payment/changes.rs", 1),
    ("profile/month.rs", 1),
    ("rates.rs", 1),
    ("task/changes.rs", 3),
    ("user/changes.rs", 5),
];

#[test]
fn changes_in_place_stand_beside_their_records_and_are_all_tried() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    for (file, text) in sources(&source, "") {
        let lines = text.lines().filter(|line| {
            let named = line.trim_end().strip_suffix("Change {");
            named.is_some_and(|before| !before.ends_with(char::is_alphanumeric))
        });
        let made = lines.filter(|line| !line.contains("fn ") && !line.contains("struct"));
        let count = made.count();
        if count > 0 {
            found.push((file, count));
        }
    }
    found.sort();
    let expected = CHANGES.map(|(file, count)| (file.to_owned(), count));
    assert_eq!(found, expected, "try the new one in tests/it/rewriting.rs");
}

#[test]
fn no_record_or_card_holds_a_type_of_the_api() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = 0;
    for (file, text) in sources(&source, "") {
        let code = text.split("#[cfg(test)]").next().unwrap();
        let holds = ["record.rs", "cards.rs", "stored.rs"]
            .iter()
            .any(|name| file.ends_with(name));
        let stored = holds || code.contains("impl Record for") || code.contains("impl Card for");
        if file.contains("tests") || !stored {
            continue;
        }
        files += 1;
        assert!(!code.contains("proconnect_api"), "{file}");
    }
    assert!(files >= 15, "{files}");
}

/// The files of this crate, with their paths.
fn sources(folder: &Path, below: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap();
        let name = format!("{below}{}", entry.file_name().to_string_lossy());
        match entry.path().is_dir() {
            true => found.extend(sources(&entry.path(), &format!("{name}/"))),
            false => found.push((name, std::fs::read_to_string(entry.path()).unwrap())),
        }
    }
    found
}
