//! The tables of the documentation that follow from code: routes with who may call them, and what each call costs.

use super::marks::{Comments, with_part};
use super::{Planned, Written};
use crate::Result;
use crate::budgets::{self, Cost};
use crate::name::Name;
use crate::tree::Tree;

const API: &str = "docs/api.md";
const COSTS: &str = "docs/data-model.md";

pub fn files(tree: &Tree, planned: &[Planned]) -> Result<Vec<Written>> {
    let part = |file: &str, part: String| -> Result<Written> {
        let text = with_part(file, &tree.read(file)?, Comments::Markdown, &part)?;
        Ok((file.to_owned(), text))
    };
    Ok(vec![
        part(API, routes(planned)?)?,
        part(COSTS, costs(&budgets::all(tree)?))?,
    ])
}

/// One row for each endpoint, by path.
fn routes(planned: &[Planned]) -> Result<String> {
    let mut rows = Vec::new();
    for function in planned {
        let declaration = &function.declaration;
        let Some((method, path)) = declaration.route() else {
            continue;
        };
        let (who, what) = who_and_what(&declaration.comment).ok_or_else(|| {
            format!(
                "{}: the comment of FUNCTION says `Who may: what it does.`",
                declaration.name
            )
        })?;
        let start = row_start(&declaration.name, method, path);
        rows.push((path, method, format!("{start} {who} | {what} |\n")));
    }
    rows.sort();
    let rows: String = rows.into_iter().map(|(_, _, row)| row).collect();
    Ok(format!(
        "| | path | function | who | what |\n|---|---|---|---|---|\n{rows}"
    ))
}

fn row_start(name: &Name, method: &str, path: &str) -> String {
    format!("| {method} | `{path}` | `{name}` |")
}

/// `The task's client: accepts a bid.` is who, and what: the cells of a table, without the stop.
fn who_and_what(comment: &str) -> Option<(String, String)> {
    let (who, what) = comment.split_once(": ")?;
    Some((small(who)?, what.strip_suffix('.')?.to_owned()))
}

/// Names stay as they are: only the first letter of a sentence is made small.
fn small(who: &str) -> Option<String> {
    const NAMES: [&str; 1] = ["Stripe"];
    if NAMES.iter().any(|name| who.starts_with(name)) {
        return Some(who.to_owned());
    }
    let mut letters = who.chars();
    let first = letters.next()?.to_lowercase();
    Some(first.chain(letters).collect())
}

fn costs(costs: &[Cost]) -> String {
    let row = |cost: &Cost| {
        let Cost {
            name,
            pattern,
            reads,
            writes,
            units,
        } = cost;
        format!("| `{name}` | {pattern} | {reads} | {writes} | {units} |\n")
    };
    let rows: String = costs.iter().map(row).collect();
    format!("| function | pattern | reads | writes | units at most |\n|---|---|---|---|---|\n{rows}")
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn a_comment_says_who_and_what() {
        let cells = |comment: &str| who_and_what(comment);
        let own = |who: &str, what: &str| Some((who.to_owned(), what.to_owned()));
        assert_eq!(cells("Its client: approves."), own("its client", "approves"));
        assert_eq!(
            cells("Stripe, by signature: takes it in."),
            own("Stripe, by signature", "takes it in")
        );
        assert_eq!(cells("Approves."), None);
    }
}
