//! Writes the four places of a new HTTP function that are written by hand: its handler, its test, its row in the table of
//! callers and its row among the budgets. Everything else follows from them.
//!
//! The new endpoint is closed: whoever has a token gets 404, everybody else 401. What it should do, and who may,
//! is then written in these four.

mod edit;
mod foretold;
mod texts;

use crate::name::Name;
use crate::tree::Tree;
use crate::{Result, generate};
use clap::Args;
pub use foretold::{event, operation};
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

/// Files that a new endpoint has changed.
pub struct Created {
    /// Those that go on by hand.
    pub by_hand: Vec<String>,
    /// Those that follow.
    pub derived: Vec<String>,
}

/// Creates the places. Nothing is written unless everything that goes on by hand can be.
pub fn create(root: &Path, endpoint: &Endpoint) -> Result<Created> {
    let tree = Tree::new(root);
    let name = checked_name(&tree, endpoint)?;
    let by_hand = by_hand(&tree, &name, endpoint)?;
    let foretold = foretold::changes(&tree, &name, endpoint)?;
    for (file, text) in by_hand.iter().chain(&foretold) {
        tree.write(file, text)?;
    }
    let mut derived: Vec<String> = foretold.into_iter().map(|(file, _)| file).collect();
    for (file, text) in generate::differences(&tree)? {
        if let Some(text) = text {
            tree.write(&file, &text)?;
        }
        derived.push(file);
    }
    Ok(Created {
        by_hand: by_hand.into_iter().map(|(file, _)| file).collect(),
        derived,
    })
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
    if path_parameters(path).count() > 2 {
        return Err("a path has two parameters at most: what is named by more has an id of its own".into());
    }
    if !path.starts_with("/v1/") {
        return Err("every path begins with /v1/".into());
    }
    Ok(name)
}

fn by_hand(tree: &Tree, name: &Name, endpoint: &Endpoint) -> Result<Vec<Change>> {
    let Name { domain, .. } = name;
    let module = name.module();
    let changed = |file: String, edit: fn(&str, &Name, &Endpoint) -> Option<String>| -> Result<Change> {
        let text = edit(&tree.read(&file)?, name, endpoint)
            .ok_or_else(|| format!("{file}: found no place for {name}"))?;
        Ok((file, text))
    };
    Ok(vec![
        (
            format!("functions/{domain}/src/{module}.rs"),
            texts::handler(endpoint),
        ),
        (format!("tests/it/{domain}/{module}.rs"), texts::test(endpoint)),
        changed(format!("tests/it/authorization/{domain}.rs"), edit::authorization)?,
        changed(format!("{}/{domain}.rs", crate::budgets::FOLDER), edit::budget)?,
    ])
}

/// `taskId` in `/v1/tasks/{taskId}/report`.
fn path_parameters(path: &str) -> impl Iterator<Item = &str> {
    path.split('{').skip(1).filter_map(|part| part.split('}').next())
}
