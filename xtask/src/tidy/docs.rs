//! `docs/api.md` lists every route and every error code that there is.

use crate::Result;
use crate::declaration::Declaration;
use crate::name::Name;
use crate::tree::Tree;

const API: &str = "docs/api.md";
const CODES: &str = "shared/http/src/code.rs";

pub fn check(tree: &Tree, declarations: &[Declaration]) -> Result<Vec<String>> {
    let api = tree.read(API)?;
    let mut problems = Vec::new();
    for declared in declarations {
        let row = declared
            .route()
            .map(|(method, path)| row_start(&declared.name, method, path));
        if row.is_some_and(|row| !api.contains(&row)) {
            problems.push(format!("{}: no row in {API}", declared.name));
        }
    }
    for code in codes(&tree.read_if_any(CODES)?).filter(|code| !api.contains(&format!("`{code}`"))) {
        problems.push(format!("{API}: lacks the error code {code}"));
    }
    Ok(problems)
}

/// How the row of a route begins.
pub fn row_start(name: &Name, method: &str, path: &str) -> String {
    format!("| {method} | `{path}` | `{name}` |")
}

/// The words on the wire: `NotFound = "not_found", NOT_FOUND;`.
fn codes(source: &str) -> impl Iterator<Item = &str> {
    let definitions = source.lines().filter(|line| line.trim_end().ends_with(';'));
    definitions.filter_map(|line| line.split_once(" = \"")?.1.split('"').next())
}
