//! `docs/events.md`: who hears of which fact, printed from the table in `shared/events`.

use crate::Result;
use crate::tree::Tree;
use proconnect_events::{Consumer, FactKind};
use std::path::Path;

const FILE: &str = "docs/events.md";

const HEAD: &str = "\
# Events

Printed by `cargo xtask events` from `shared/events`; compared in `make test`. Do not edit it by hand.

A fact is written in the transaction that makes it true, in the one outbox record of that transaction. `system-dispatch` reads
new records from the table's stream and sends each fact to everybody who wants to hear of it, under an id that follows from
the fact and the consumer: what is sent twice is seen to be. Facts that nobody wants to hear of cost no write.
";

/// Writes the document, or with `check` only compares it.
pub fn run(root: &Path, check: bool) -> Result<()> {
    let tree = Tree::new(root);
    let fresh = document();
    if !check {
        return tree.write(FILE, &fresh);
    }
    if fresh == tree.read_if_any(FILE)? {
        println!("{FILE} matches shared/events");
        return Ok(());
    }
    Err(
        format!("{FILE} differs from shared/events: run cargo xtask events, and look at the difference")
            .into(),
    )
}

fn document() -> String {
    let consumers = Consumer::ALL.iter().map(|consumer| {
        format!(
            "| {} | `{}` | {} |\n",
            consumer.name(),
            consumer.function(),
            consumer.purpose()
        )
    });
    let facts = FactKind::all().map(|kind| {
        let names: Vec<&str> = kind.consumers().iter().map(|consumer| consumer.name()).collect();
        format!(
            "| {kind:?} | {} |\n",
            if names.is_empty() {
                "–".to_owned()
            } else {
                names.join(", ")
            }
        )
    });
    format!(
        "{HEAD}\n## Consumers\n\n| consumer | function | what it does |\n|---|---|---|\n{}\n## Facts\n\n| fact | who hears of it |\n|---|---|\n{}",
        consumers.collect::<String>(),
        facts.collect::<String>()
    )
}
