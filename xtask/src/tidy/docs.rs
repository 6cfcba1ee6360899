//! `docs/api.md` lists every error code that there is.

use crate::Result;
use crate::tree::Tree;

const API: &str = "docs/api.md";
const CODES: &str = "shared/http/src/code.rs";

pub fn check(tree: &Tree) -> Result<Vec<String>> {
    let api = tree.read(API)?;
    let mut problems = Vec::new();
    for code in codes(&tree.read_if_any(CODES)?).filter(|code| !api.contains(&format!("`{code}`"))) {
        problems.push(format!("{API}: lacks the error code {code}"));
    }
    Ok(problems)
}

/// The words on the wire: `NotFound = "not_found", NOT_FOUND;`.
fn codes(source: &str) -> impl Iterator<Item = &str> {
    let definitions = source.lines().filter(|line| line.trim_end().ends_with(';'));
    definitions.filter_map(|line| line.split_once(" = \"")?.1.split('"').next())
}
