//! What only the local binary knows, since it alone has every handler's types: it prints it.

use crate::Result;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// What the local binary prints at a command.
pub fn printed(root: &Path, command: &str) -> Result<String> {
    // --workspace gives the dependencies the same features as in the tests: nothing is built twice.
    let build = ["build", "--quiet", "--workspace", "--bin", "proconnect-local"];
    let built = Command::new("cargo").args(build).current_dir(root).status()?;
    if !built.success() {
        return Err("the local binary could not be built".into());
    }
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), PathBuf::from);
    let output = Command::new(target.join("debug/proconnect-local"))
        .arg(command)
        .current_dir(root)
        .stderr(Stdio::inherit())
        .output()?;
    if !output.status.success() {
        return Err(format!("the local binary could not print its {command}").into());
    }
    Ok(String::from_utf8(output.stdout)?)
}
