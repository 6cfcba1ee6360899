//! The names that each kind of place holds.

use super::call_literals;
use crate::Result;
use crate::manifest::Package;
use crate::name::Name;
use crate::tree::Tree;
use std::collections::BTreeSet;

pub fn domains(packages: &[Package]) -> Vec<&str> {
    packages
        .iter()
        .filter_map(|package| package.folder.strip_prefix("functions/"))
        .collect()
}

pub fn parse_all(texts: impl IntoIterator<Item = String>) -> BTreeSet<Name> {
    texts.into_iter().filter_map(|text| Name::parse(&text)).collect()
}

pub fn bins(packages: &[Package]) -> BTreeSet<Name> {
    let functions = packages
        .iter()
        .filter(|package| package.folder.starts_with("functions/"));
    parse_all(
        functions
            .flat_map(|package| &package.bins)
            .map(|bin| bin.name.clone()),
    )
}

pub fn bin_files(tree: &Tree, domains: &[&str]) -> Result<BTreeSet<Name>> {
    let mut names = BTreeSet::new();
    for domain in domains {
        names.extend(parse_all(
            tree.names(&format!("functions/{domain}/src/bin"), ".rs")?,
        ));
    }
    Ok(names)
}

/// A module with a public `handle` is a function; other modules are what functions share.
pub fn handlers(tree: &Tree, domains: &[&str]) -> Result<BTreeSet<Name>> {
    modules_with(
        tree,
        domains,
        |domain| format!("functions/{domain}/src"),
        "pub async fn handle",
    )
}

pub fn test_files(tree: &Tree, domains: &[&str]) -> Result<BTreeSet<Name>> {
    modules_with(tree, domains, |domain| format!("tests/it/{domain}"), "test]")
}

pub fn events(tree: &Tree) -> Result<BTreeSet<Name>> {
    Ok(parse_all(tree.names("events", ".json")?))
}

fn modules_with(
    tree: &Tree,
    domains: &[&str],
    folder: fn(&str) -> String,
    mark: &str,
) -> Result<BTreeSet<Name>> {
    let mut names = BTreeSet::new();
    for domain in domains {
        let folder = folder(domain);
        for module in tree.names(&folder, ".rs")? {
            if tree.read(&format!("{folder}/{module}.rs"))?.contains(mark) {
                names.extend(Name::from_module(domain, &module));
            }
        }
    }
    Ok(names)
}

/// The modules in `FUNCTIONS`, by which `local/` finds the functions.
pub fn listed(tree: &Tree, domains: &[&str]) -> Result<BTreeSet<Name>> {
    let mut names = BTreeSet::new();
    for domain in domains {
        let library = tree.read(&format!("functions/{domain}/src/lib.rs"))?;
        let listed = library
            .split([' ', '\n', ',', '[', ']'])
            .filter_map(|word| word.strip_suffix("::FUNCTION"));
        names.extend(listed.filter_map(|module| Name::from_module(domain, module)));
    }
    Ok(names)
}

pub fn authorization_rows(tree: &Tree, domains: &[&str]) -> Result<BTreeSet<Name>> {
    let mut names = BTreeSet::new();
    for file in tree.files("tests/it/authorization", &[".rs"])? {
        let literals = call_literals(&tree.read(&file)?);
        names.extend(
            parse_all(literals)
                .into_iter()
                .filter(|name| domains.contains(&name.domain.as_str())),
        );
    }
    Ok(names)
}

pub fn budget_rows(tree: &Tree) -> Result<BTreeSet<Name>> {
    Ok(crate::budgets::all(tree)?
        .into_iter()
        .map(|cost| cost.name)
        .collect())
}
