//! `openapi.json`, which the local binary prints from the handlers' types.

use crate::Result;
use crate::local::printed;
use crate::tree::Tree;
use serde_json::Value;
use std::path::Path;

const FILE: &str = "openapi.json";

/// Writes `openapi.json`, or with `check` only compares it.
pub fn run(root: &Path, check: bool) -> Result<()> {
    let tree = Tree::new(root);
    let fresh = printed(root, "openapi")?;
    if !check {
        return tree.write(FILE, &fresh);
    }
    let parse = |text: &str| serde_json::from_str::<Value>(text);
    // Compared as values: the order of keys is no part of the contract.
    if parse(&fresh)? == parse(&tree.read(FILE)?)? {
        println!("{FILE} matches the handlers");
        return Ok(());
    }
    Err(format!(
        "{FILE} differs from what the handlers say: run cargo xtask openapi, and look at the difference"
    )
    .into())
}
