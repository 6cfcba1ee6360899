//! `openapi.json`, which the local binary prints from the handlers' types.

use crate::Result;
use crate::tree::Tree;
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

const FILE: &str = "openapi.json";

/// Writes `openapi.json`, or with `check` only compares it.
pub fn run(root: &Path, check: bool) -> Result<()> {
    let tree = Tree::new(root);
    let fresh = generate(root)?;
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

fn generate(root: &Path) -> Result<String> {
    // --workspace gives the dependencies the same features as in the tests: nothing is built twice.
    let build = ["build", "--quiet", "--workspace", "--bin", "proconnect-local"];
    let built = Command::new("cargo").args(build).current_dir(root).status()?;
    if !built.success() {
        return Err("the local binary could not be built".into());
    }
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), PathBuf::from);
    let binary = target.join("debug/proconnect-local");
    let output = Command::new(binary)
        .arg("openapi")
        .current_dir(root)
        .stderr(Stdio::inherit())
        .output()?;
    if !output.status.success() {
        return Err("the local binary could not print the OpenAPI document".into());
    }
    Ok(String::from_utf8(output.stdout)?)
}
