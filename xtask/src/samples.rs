//! `events/<function>.json`: a sample event of each function, which the local binary prints from declarations and types.

use crate::Result;
use crate::local::printed;
use crate::tree::Tree;
use serde_json::{Map, Value};
use std::path::Path;

const FOLDER: &str = "events";

/// Writes the events, or with `check` only compares them.
pub fn run(root: &Path, check: bool) -> Result<()> {
    let tree = Tree::new(root);
    let fresh: Map<String, Value> = serde_json::from_str(&printed(root, "samples")?)?;
    let mut differing = Vec::new();
    for name in tree.names(FOLDER, ".json")? {
        if !fresh.contains_key(&name) {
            differing.push((format!("{FOLDER}/{name}.json"), None));
        }
    }
    for (name, event) in &fresh {
        let file = format!("{FOLDER}/{name}.json");
        if serde_json::from_str::<Value>(&tree.read_if_any(&file)?)
            .ok()
            .as_ref()
            != Some(event)
        {
            differing.push((file, Some(text(event)?)));
        }
    }
    for (file, text) in &differing {
        println!("{file}");
        match text {
            _ if check => {}
            Some(text) => tree.write(file, text)?,
            None => std::fs::remove_file(tree.path(file))?,
        }
    }
    match differing.is_empty() || !check {
        true => Ok(()),
        false => Err("these events differ from what the functions take: run cargo xtask samples".into()),
    }
}

/// The file of an event.
pub fn text(event: &Value) -> Result<String> {
    Ok(serde_json::to_string_pretty(event)? + "\n")
}
