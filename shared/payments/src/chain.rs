//! The chain of a contract's journals: each carries the hash of the one before it, so that none can be changed, left out, put
//! in or moved without every later hash being wrong.
//!
//! What is hashed is one JSON array, in the form of RFC 8785 (no spaces, no escapes that are not needed), as UTF-8:
//!
//! ```json
//! ["proconnect-ledger-1",contractId,sequence,id,at,cause,currency,[[account,amount],…],previousHash]
//! ```
//!
//! `sequence` counts from 1 within the contract, `at` is RFC 3339 in UTC with three digits of a second, amounts are whole minor
//! units with debits positive, postings stand in the order in which they were booked, and `previousHash` is 64 zeros for the
//! first. The hash is SHA-256, as 64 hexadecimal digits in lower case. Every field stands under the names that
//! `GET /v1/contracts/{contractId}/ledger` answers with. `shared/payments/tests/chain.json` has examples, which the
//! client's check reads, too.

use crate::ledger::Posting;
use sha2::{Digest as _, Sha256};
use std::fmt::Write as _;

/// Names this form. Another form gets another name, so that nothing hashed one way can pass for the other.
pub const FORM: &str = "proconnect-ledger-1";

/// The `previousHash` of a contract's first chained journal.
pub const BEGINNING: &str = "0000000000000000000000000000000000000000000000000000000000000000";

/// A journal as it is hashed: everything that it says, but for its own hash.
#[derive(Debug, Clone, Copy)]
pub struct Entry<'a> {
    /// `ctr_…`.
    pub contract_id: &'a str,
    /// From 1, without gaps.
    pub sequence: u64,
    /// What it was booked for, once: `mst_…#approved`.
    pub id: &'a str,
    /// RFC 3339, UTC, milliseconds.
    pub at: &'a str,
    /// The journal's kind.
    pub cause: &'a str,
    /// ISO 4217, in lower case.
    pub currency: &'a str,
    /// In the order in which they were booked.
    pub postings: &'a [Posting],
    /// The hash of the one before, or [`BEGINNING`].
    pub previous_hash: &'a str,
}

impl Entry<'_> {
    /// The text that is hashed.
    pub fn canonical(&self) -> String {
        let postings: Vec<(&str, i64)> = self
            .postings
            .iter()
            .map(|posting| (posting.account.as_str(), posting.amount))
            .collect();
        // An array of texts and whole numbers has but one compact form; serde_json writes that.
        serde_json::json!([
            FORM,
            self.contract_id,
            self.sequence,
            self.id,
            self.at,
            self.cause,
            self.currency,
            postings,
            self.previous_hash,
        ])
        .to_string()
    }

    /// SHA-256 of that, in hexadecimal.
    pub fn hash(&self) -> String {
        let mut text = String::with_capacity(64);
        for byte in Sha256::digest(self.canonical()) {
            // Writing to a string does not fail.
            let _ = write!(text, "{byte:02x}");
        }
        text
    }
}

/// An entry of a chain with the hash that stands beside it.
#[derive(Debug, Clone, Copy)]
pub struct Chained<'a> {
    /// What is hashed.
    pub entry: Entry<'a>,
    /// What stands beside it.
    pub hash: &'a str,
}

/// Where a chain breaks: the first entry that is not as it was booked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Broken {
    /// The entry at this place has another number: one is missing, was put in, or was moved.
    #[error("the entry at place {0} has another number")]
    Sequence(u64),
    /// It does not name the hash of the one before.
    #[error("entry {0} does not follow the one before it")]
    Previous(u64),
    /// What it says is not what was hashed.
    #[error("entry {0} was changed")]
    Hash(u64),
    /// Its postings do not come to zero.
    #[error("entry {0} does not balance")]
    Sum(u64),
    /// The last one is not the one that the chain's head names.
    #[error("the chain ends at {0}, and not where its head is")]
    Head(u64),
}

/// Checks a whole chain, oldest first, against its head: number and hash of the last entry; `None` when nothing was booked.
pub fn verify(entries: &[Chained<'_>], head: Option<(u64, &str)>) -> Result<(), Broken> {
    let (mut last, mut previous) = (0, BEGINNING);
    for Chained { entry, hash } in entries {
        last += 1;
        if entry.sequence != last {
            return Err(Broken::Sequence(last));
        }
        if entry.previous_hash != previous {
            return Err(Broken::Previous(last));
        }
        if entry.hash() != *hash {
            return Err(Broken::Hash(last));
        }
        let sum: i128 = entry
            .postings
            .iter()
            .map(|posting| i128::from(posting.amount))
            .sum();
        if sum != 0 {
            return Err(Broken::Sum(last));
        }
        previous = hash;
    }
    match head {
        None if last == 0 => Ok(()),
        Some((sequence, hash)) if sequence == last && hash == previous => Ok(()),
        _ => Err(Broken::Head(last)),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[derive(serde::Deserialize)]
    #[serde(rename_all = "camelCase")]
    struct Example {
        contract_id: String,
        items: Vec<Item>,
        head: Head,
        canonical: Vec<String>,
    }

    #[derive(Clone, serde::Deserialize)]
    #[serde(rename_all = "camelCase")]
    struct Item {
        sequence: u64,
        id: String,
        at: String,
        cause: String,
        currency: String,
        entries: Vec<Posting>,
        previous_hash: String,
        hash: String,
    }

    #[derive(serde::Deserialize)]
    struct Head {
        sequence: u64,
        hash: String,
    }

    fn example() -> Example {
        serde_json::from_str(include_str!("../tests/chain.json")).unwrap()
    }

    fn chained<'a>(contract_id: &'a str, items: &'a [Item]) -> Vec<Chained<'a>> {
        let one = |item: &'a Item| Chained {
            entry: Entry {
                contract_id,
                sequence: item.sequence,
                id: &item.id,
                at: &item.at,
                cause: &item.cause,
                currency: &item.currency,
                postings: &item.entries,
                previous_hash: &item.previous_hash,
            },
            hash: &item.hash,
        };
        items.iter().map(one).collect()
    }

    fn verdict(change: impl Fn(&mut Vec<Item>)) -> Result<(), Broken> {
        let mut example = example();
        change(&mut example.items);
        let head = Some((example.head.sequence, example.head.hash.as_str()));
        verify(&chained(&example.contract_id, &example.items), head)
    }

    #[test]
    fn the_form_is_the_one_that_is_written_down() {
        let example = example();
        for (chained, canonical) in chained(&example.contract_id, &example.items)
            .iter()
            .zip(&example.canonical)
        {
            assert_eq!(&chained.entry.canonical(), canonical);
            assert_eq!(chained.entry.hash(), chained.hash);
        }
        assert_eq!(verdict(|_| ()), Ok(()));
    }

    #[test]
    fn whatever_is_changed_breaks_it_there() {
        assert_eq!(
            verdict(|items| items[1].entries[0].amount += 1),
            Err(Broken::Hash(2))
        );
        assert_eq!(
            verdict(|items| items[1].cause = "refunded".to_owned()),
            Err(Broken::Hash(2))
        );
        assert_eq!(verdict(|items| items[1].entries.swap(0, 1)), Err(Broken::Hash(2)));
        // A cut tail, a hole, two that changed places.
        assert_eq!(verdict(|items| drop(items.pop())), Err(Broken::Head(2)));
        assert_eq!(verdict(|items| drop(items.remove(1))), Err(Broken::Sequence(2)));
        assert_eq!(verdict(|items| items.swap(0, 1)), Err(Broken::Sequence(1)));
        assert_eq!(verdict(Vec::clear), Err(Broken::Head(0)));
    }

    /// Whoever changes a row and writes its hash anew has to write all later ones, and the head.
    #[test]
    fn mending_the_next_row_alone_does_not_help() {
        let contract = example().contract_id;
        let mend = |items: &mut Vec<Item>| {
            items[0].entries[0].amount += 100;
            items[0].entries[1].amount -= 100;
            let hash = chained(&contract, items)[0].entry.hash();
            items[0].hash.clone_from(&hash);
            items[1].previous_hash = hash;
        };
        assert_eq!(verdict(mend), Err(Broken::Hash(2)));
    }

    #[test]
    fn nothing_is_a_chain_without_a_head() {
        assert_eq!(verify(&[], None), Ok(()));
        let example = example();
        assert_eq!(
            verify(&chained(&example.contract_id, &example.items), None),
            Err(Broken::Head(3))
        );
    }
}
