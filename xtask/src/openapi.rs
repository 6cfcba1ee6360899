//! `openapi.json` and `asyncapi.json`, which the local binary prints from the handlers' types.

use crate::Result;
use crate::tree::Tree;
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The local binary's commands, and where what they print is kept.
const DOCUMENTS: [(&str, &str); 2] = [("openapi", "openapi.json"), ("asyncapi", "asyncapi.json")];

/// Writes the documents, or with `check` only compares them.
pub fn run(root: &Path, check: bool) -> Result<()> {
    let tree = Tree::new(root);
    let binary = build(root)?;
    let mut differing = Vec::new();
    for (command, file) in DOCUMENTS {
        let fresh = print(root, &binary, command)?;
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

/// The local binary.
fn build(root: &Path) -> Result<PathBuf> {
    // --workspace gives the dependencies the same features as in the tests: nothing is built twice.
    let build = ["build", "--quiet", "--workspace", "--bin", "proconnect-local"];
    let built = Command::new("cargo").args(build).current_dir(root).status()?;
    if !built.success() {
        return Err("the local binary could not be built".into());
    }
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), PathBuf::from);
    Ok(target.join("debug/proconnect-local"))
}

fn print(root: &Path, binary: &Path, command: &str) -> Result<String> {
    let output = Command::new(binary)
        .arg(command)
        .current_dir(root)
        .stderr(Stdio::inherit())
        .output()?;
    if !output.status.success() {
        return Err("the local binary could not print its documents".into());
    }
    Ok(String::from_utf8(output.stdout)?)
}
