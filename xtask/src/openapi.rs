//! `openapi.json` and `asyncapi.json`, which the local binary prints from the handlers' types.

use crate::Result;
use crate::local::printed;
use crate::tree::Tree;
use serde_json::Value;
use std::path::Path;

/// The local binary's commands, and where what they print is kept.
const DOCUMENTS: [(&str, &str); 2] = [("openapi", "openapi.json"), ("asyncapi", "asyncapi.json")];

/// Writes the documents, or with `check` only compares them.
pub fn run(root: &Path, check: bool) -> Result<()> {
    let tree = Tree::new(root);
    let mut differing = Vec::new();
    for (command, file) in DOCUMENTS {
        let fresh = printed(root, command)?;
        if !check {
            tree.write(file, &fresh)?;
        } else if is_same(&fresh, &tree.read(file)?)? {
            println!("{file} matches the handlers");
        } else {
            differing.push(file);
        }
    }
    match differing.is_empty() {
        true => Ok(()),
        false => Err(format!(
            "{} differs from what the handlers say: run cargo xtask openapi, and look at the difference",
            differing.join(", ")
        )
        .into()),
    }
}

/// Compared as values: the order of keys is no part of the contract.
fn is_same(one: &str, other: &str) -> Result<bool> {
    let parse = |text: &str| serde_json::from_str::<Value>(text);
    Ok(parse(one)? == parse(other)?)
}
