//! Creates every place of a new HTTP function at once, so that `tidy` passes before its first rule is written.
//!
//! The new endpoint is closed: whoever has a token gets 404, everybody else 401. What it should do, and who may,
//! is then written in the handler, its test and its row of the authorization table.

mod describe;
mod edit;
mod texts;

use crate::Result;
use crate::name::Name;
use crate::tree::Tree;
use clap::Args;
use std::path::Path;

/// What is to be created.
#[derive(Args)]
pub struct Endpoint {
    /// The package under functions/, such as tasks.
    pub domain: String,
    /// The action in kebab case, such as list-mine.
    pub action: String,
    /// GET, POST, PUT, PATCH or DELETE.
    #[arg(long)]
    pub method: String,
    /// The route, such as /v1/tasks/{taskId}/report.
    #[arg(long)]
    pub path: String,
}

/// A change of one file: its path and its new text.
type Change = (String, String);

/// Creates the places and returns their paths. Nothing is written unless everything can be.
pub fn create(root: &Path, endpoint: &Endpoint) -> Result<Vec<String>> {
    let tree = Tree::new(root);
    let name = checked_name(&tree, endpoint)?;
    let changes = changes(&tree, &name, endpoint)?;
    for (file, text) in &changes {
        tree.write(file, text)?;
    }
    Ok(changes.into_iter().map(|(file, _)| file).collect())
}

fn checked_name(tree: &Tree, endpoint: &Endpoint) -> Result<Name> {
    let Endpoint {
        domain,
        action,
        method,
        path,
    } = endpoint;
    let name = Name::new(domain, action).ok_or("domain and action are lower-case words joined by hyphens")?;
    if !tree.has(&format!("functions/{domain}/Cargo.toml")) {
        return Err(format!(
            "there is no functions/{domain}: docs/adding-an-endpoint.md says how to add a domain"
        )
        .into());
    }
    if tree.has(&format!("functions/{domain}/src/{}.rs", name.module())) {
        return Err(format!("{name} exists already").into());
    }
    if !["GET", "POST", "PUT", "PATCH", "DELETE"].contains(&method.as_str()) {
        return Err(format!("{method} is no method of this API").into());
    }
    if !path.starts_with("/v1/") {
        return Err("every path begins with /v1/".into());
    }
    Ok(name)
}

fn changes(tree: &Tree, name: &Name, endpoint: &Endpoint) -> Result<Vec<Change>> {
    let Name { domain, .. } = name;
    let module = name.module();
    let mut changes = vec![
        (
            format!("functions/{domain}/src/{module}.rs"),
            texts::handler(endpoint),
        ),
        (
            format!("functions/{domain}/src/bin/{name}.rs"),
            texts::bootstrap(name),
        ),
        (format!("events/{name}.json"), texts::event(endpoint)),
        (format!("tests/it/{domain}/{module}.rs"), texts::test(endpoint)),
    ];
    let mut change = |file: String, edit: &dyn Fn(&str) -> Option<String>| -> Result<()> {
        let text = edit(&tree.read(&file)?).ok_or_else(|| format!("{file}: found no place for {name}"))?;
        changes.push((file, text));
        Ok(())
    };
    change(format!("functions/{domain}/Cargo.toml"), &|text| {
        edit::manifest(text, name)
    })?;
    change(format!("functions/{domain}/src/lib.rs"), &|text| {
        edit::library(text, name)
    })?;
    change("openapi.json".to_owned(), &|text| {
        describe::openapi(text, name, endpoint).ok()
    })?;
    change("docs/api.md".to_owned(), &|text| {
        describe::documentation(text, name, endpoint)
    })?;
    change(test_module(tree, domain), &|text| {
        Some(edit::add_module(text, "mod", &module))
    })?;
    change(format!("tests/it/authorization/{domain}.rs"), &|text| {
        edit::authorization(text, name, endpoint)
    })?;
    Ok(changes)
}

/// The file that lists a domain's test files, in either of Rust's two spellings.
fn test_module(tree: &Tree, domain: &str) -> String {
    let beside = format!("tests/it/{domain}.rs");
    if tree.has(&beside) {
        beside
    } else {
        format!("tests/it/{domain}/mod.rs")
    }
}

/// `taskId` in `/v1/tasks/{taskId}/report`.
fn path_parameter(path: &str) -> Option<&str> {
    path.split('{').nth(1)?.split('}').next()
}
