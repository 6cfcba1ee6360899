//! Random histories of a contract's money, through the real functions, store and table: what a payer, two people, a bank, a
//! processor and a clock can do, in any order, with events twice and late, calls that fail or whose answers get lost, and
//! functions that die at any of their steps. Whatever happened, in the end the books are right.
//!
//! `HISTORIES` says how many there are (2,000 when it says nothing), `HISTORIES_SEED` where chance begins: a failure names
//! the seed of its history, which `HISTORIES=1` plays again.

mod books;
mod chance;
mod documents;
mod play;
mod processor;
mod refunds;
mod rest;
mod stage;

use stage::Stage;
use std::io::Write as _;

const USUAL: u64 = 2_000;

/// Two tables at once: a step waits for the table most of the time.
const TABLES: u64 = 2;

fn number(name: &str) -> Option<u64> {
    std::env::var(name).ok().and_then(|text| text.parse().ok())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whatever_happens_the_books_are_right() {
    let (histories, first) = (
        number("HISTORIES").unwrap_or(USUAL),
        number("HISTORIES_SEED").unwrap_or(1),
    );
    let mut tables = tokio::task::JoinSet::new();
    for table in 0..TABLES {
        tables.spawn(async move {
            let mut stage = Stage::new().await;
            let mut done = books::Totals::default();
            let seeds = (first..first + histories).filter(|seed| seed % TABLES == table);
            for seed in seeds {
                done += stage.play(seed).await;
            }
            stage.check_documents().await;
            done
        });
    }
    let mut totals = books::Totals::default();
    for done in tables.join_all().await {
        totals += done;
    }
    // Past the runner, which shows nothing of a test that passes.
    let mut out = std::io::stderr();
    writeln!(out, "random histories of money: {histories}, with {totals}").unwrap();
    // Chance has to have reached what matters.
    assert!(histories < USUAL || totals.is_varied(), "{totals}");
}
