//! The packages of the workspace, as their `Cargo.toml`s tell.

use crate::Result;
use crate::tree::Tree;
use toml::{Table, Value};

/// One member of the workspace.
pub struct Package {
    /// `functions/tasks`.
    pub folder: String,
    /// `tasks`.
    pub name: String,
    /// Its `[[bin]]`s.
    pub bins: Vec<Bin>,
    /// Everything that it depends on, of every section and target.
    pub dependencies: Vec<Dependency>,
}

/// One `[[bin]]`.
pub struct Bin {
    /// `tasks-create`.
    pub name: String,
    /// Where its source is, if the manifest says so.
    pub path: Option<String>,
    /// Whether `cargo test` links a test executable for it.
    pub test: bool,
}

/// One dependency.
pub struct Dependency {
    /// The crate's name in the registry or the workspace, whatever it is renamed to.
    pub name: String,
    /// Whether only tests see it.
    pub dev: bool,
}

/// All members of the workspace.
pub fn packages(tree: &Tree) -> Result<Vec<Package>> {
    let root: Table = tree.read("Cargo.toml")?.parse()?;
    let members = root
        .get("workspace")
        .and_then(|workspace| workspace.get("members"));
    let mut packages = Vec::new();
    for member in members
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
    {
        for folder in expand(tree, member)? {
            packages.push(package(tree, folder)?);
        }
    }
    Ok(packages)
}

/// `functions/*` is every folder with a manifest.
fn expand(tree: &Tree, member: &str) -> Result<Vec<String>> {
    let Some(parent) = member.strip_suffix("/*") else {
        return Ok(vec![member.to_owned()]);
    };
    let folders = tree
        .names(parent, "")?
        .into_iter()
        .map(|name| format!("{parent}/{name}"));
    Ok(folders
        .filter(|folder| tree.has(&format!("{folder}/Cargo.toml")))
        .collect())
}

fn package(tree: &Tree, folder: String) -> Result<Package> {
    let file = format!("{folder}/Cargo.toml");
    let manifest: Table = tree
        .read(&file)?
        .parse()
        .map_err(|error| format!("{file}: {error}"))?;
    let name = manifest
        .get("package")
        .and_then(|package| package.get("name"))
        .and_then(Value::as_str);
    let name = name.ok_or_else(|| format!("{file}: no package.name"))?.to_owned();
    let bins = manifest
        .get("bin")
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
        .map(bin)
        .collect();
    Ok(Package {
        folder,
        name,
        bins,
        dependencies: dependencies(&manifest),
    })
}

fn bin(bin: &Value) -> Bin {
    let text = |key: &str| bin.get(key).and_then(Value::as_str).map(str::to_owned);
    let test = bin.get("test").and_then(Value::as_bool).unwrap_or(true);
    Bin {
        name: text("name").unwrap_or_default(),
        path: text("path"),
        test,
    }
}

/// The sections of a manifest or of one of its targets.
fn dependencies(manifest: &Table) -> Vec<Dependency> {
    let mut found = Vec::new();
    for (section, dev) in [
        ("dependencies", false),
        ("build-dependencies", false),
        ("dev-dependencies", true),
    ] {
        for (key, value) in manifest
            .get(section)
            .and_then(Value::as_table)
            .into_iter()
            .flatten()
        {
            let name = value.get("package").and_then(Value::as_str).unwrap_or(key);
            found.push(Dependency {
                name: name.to_owned(),
                dev,
            });
        }
    }
    for target in manifest
        .get("target")
        .and_then(Value::as_table)
        .into_iter()
        .flatten()
    {
        found.extend(target.1.as_table().into_iter().flat_map(dependencies));
    }
    found
}
