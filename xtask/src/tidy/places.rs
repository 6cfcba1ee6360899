//! One name everywhere: every function has each of its places, and no place names a function that is not there.

use super::call_literals;
use crate::Result;
use crate::manifest::{Bin, Package};
use crate::name::Name;
use crate::template::{Route, Template};
use crate::tree::Tree;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// A set of names and how to say that one is missing from it.
struct Place {
    names: BTreeSet<Name>,
    missing: fn(&Name) -> String,
    /// Only functions with a route have this place.
    http_only: bool,
}

pub fn check(tree: &Tree, packages: &[Package], template: &Template) -> Result<Vec<String>> {
    let mut problems = Vec::new();
    let routes = template_routes(template, &mut problems);
    let operations = operations(tree, &mut problems)?;
    let places = places(tree, packages, &routes, &operations)?;
    let all: BTreeSet<&Name> = places.iter().flat_map(|place| &place.names).collect();
    for name in all {
        // A function that the template lacks counts as one with a route: then every gap is named at once.
        let http = routes.get(name).is_none_or(|routes| !routes.is_empty());
        problems.extend(places.iter().filter_map(|place| place.problem(name, http)));
        problems.extend(event_problem(tree, name, routes.get(name))?);
        if http && operations.contains_key(name) && routes.get(name) != operations.get(name) && routes.contains_key(name) {
            problems.push(format!("{name}: openapi.json and template.yaml disagree on its route (cargo xtask openapi)"));
        }
    }
    problems.extend(bin_problems(packages));
    Ok(problems)
}

impl Place {
    fn problem(&self, name: &Name, http: bool) -> Option<String> {
        match (self.names.contains(name), self.http_only && !http) {
            (true, true) => Some(format!("{name}: has no route, so should not need: {}", (self.missing)(name))),
            (false, false) => Some(format!("{name}: no {}", (self.missing)(name))),
            _ => None,
        }
    }
}

fn places(
    tree: &Tree,
    packages: &[Package],
    routes: &BTreeMap<Name, Vec<Route>>,
    operations: &BTreeMap<Name, Vec<Route>>,
) -> Result<Vec<Place>> {
    let domains = domains(packages);
    let everywhere = |names, missing| Place { names, missing, http_only: false };
    Ok(vec![
        everywhere(bins(packages), |name| format!("[[bin]] in functions/{}/Cargo.toml", name.domain)),
        everywhere(bin_files(tree, &domains)?, |name| format!("functions/{}/src/bin/{name}.rs", name.domain)),
        everywhere(handlers(tree, &domains)?, |name| {
            format!("handler in functions/{}/src/{}.rs", name.domain, name.module())
        }),
        everywhere(listed(tree, &domains)?, |name| format!("line in FUNCTIONS of functions/{}/src/lib.rs", name.domain)),
        everywhere(routes.keys().cloned().collect(), |name| format!("{} in template.yaml", name.logical_id())),
        everywhere(parse_all(tree.names("events", ".json")?), |name| format!("events/{name}.json")),
        Place {
            names: operations.keys().cloned().collect(),
            missing: |name| format!("operation {} in openapi.json", name.operation_id()),
            http_only: true,
        },
        everywhere(test_files(tree, &domains)?, |name| {
            format!("test in tests/it/{}/{}.rs", name.domain, name.module())
        }),
        Place {
            names: authorization_rows(tree, &domains)?,
            missing: |_| "row in tests/it/authorization.rs".to_owned(),
            http_only: true,
        },
    ])
}

fn domains(packages: &[Package]) -> Vec<&str> {
    packages.iter().filter_map(|package| package.folder.strip_prefix("functions/")).collect()
}

fn parse_all(texts: impl IntoIterator<Item = String>) -> BTreeSet<Name> {
    texts.into_iter().filter_map(|text| Name::parse(&text)).collect()
}

fn bins(packages: &[Package]) -> BTreeSet<Name> {
    let functions = packages.iter().filter(|package| package.folder.starts_with("functions/"));
    parse_all(functions.flat_map(|package| &package.bins).map(|bin| bin.name.clone()))
}

fn bin_files(tree: &Tree, domains: &[&str]) -> Result<BTreeSet<Name>> {
    let mut names = BTreeSet::new();
    for domain in domains {
        names.extend(parse_all(tree.names(&format!("functions/{domain}/src/bin"), ".rs")?));
    }
    Ok(names)
}

/// A module with a public `handle` is a function; other modules are what functions share.
fn handlers(tree: &Tree, domains: &[&str]) -> Result<BTreeSet<Name>> {
    modules_with(tree, domains, |domain| format!("functions/{domain}/src"), "pub async fn handle")
}

fn test_files(tree: &Tree, domains: &[&str]) -> Result<BTreeSet<Name>> {
    // A test of a function that is gone does not compile, so helpers beside the tests may be told apart by this.
    let handlers = handlers(tree, domains)?;
    let tests = modules_with(tree, domains, |domain| format!("tests/it/{domain}"), "test]")?;
    Ok(tests.intersection(&handlers).cloned().collect())
}

fn modules_with(tree: &Tree, domains: &[&str], folder: fn(&str) -> String, mark: &str) -> Result<BTreeSet<Name>> {
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

/// The names in `FUNCTIONS`, by which `local/` finds the functions.
fn listed(tree: &Tree, domains: &[&str]) -> Result<BTreeSet<Name>> {
    let mut names = BTreeSet::new();
    for domain in domains {
        let literals = call_literals(&tree.read(&format!("functions/{domain}/src/lib.rs"))?);
        names.extend(parse_all(literals).into_iter().filter(|name| name.domain == *domain));
    }
    Ok(names)
}

fn authorization_rows(tree: &Tree, domains: &[&str]) -> Result<BTreeSet<Name>> {
    let mut files = tree.files("tests/it/authorization", &[".rs"])?;
    files.push("tests/it/authorization.rs".to_owned());
    let mut names = BTreeSet::new();
    for file in files {
        let literals = call_literals(&tree.read_if_any(&file)?);
        names.extend(parse_all(literals).into_iter().filter(|name| domains.contains(&name.domain.as_str())));
    }
    Ok(names)
}

fn template_routes(template: &Template, problems: &mut Vec<String>) -> BTreeMap<Name, Vec<Route>> {
    let mut routes = BTreeMap::new();
    for function in template.functions() {
        let Some(name) = function.name() else {
            problems.push(format!("template.yaml: {} is not named after a function", function.id));
            continue;
        };
        if function.binary != Some(name.to_string().as_str()) {
            let binary = function.binary.unwrap_or("nothing");
            problems.push(format!("{name}: {} in template.yaml builds {binary}", function.id));
        }
        routes.insert(name, function.routes());
    }
    routes
}

fn operations(tree: &Tree, problems: &mut Vec<String>) -> Result<BTreeMap<Name, Vec<Route>>> {
    let api: Value = serde_json::from_str(&tree.read("openapi.json")?)?;
    let mut operations: BTreeMap<Name, Vec<Route>> = BTreeMap::new();
    for (path, methods) in api["paths"].as_object().into_iter().flatten() {
        for (method, operation) in methods.as_object().into_iter().flatten() {
            let id = operation["operationId"].as_str().unwrap_or_default();
            match Name::from_camel(id) {
                Some(name) => operations.entry(name).or_default().push((method.clone(), path.clone())),
                None => problems.push(format!("openapi.json: operation \"{id}\" at {path} is not named after a function")),
            }
        }
    }
    Ok(operations)
}

/// The event of an HTTP function is a call of its route, or it would test a route that does not exist.
fn event_problem(tree: &Tree, name: &Name, routes: Option<&Vec<Route>>) -> Result<Option<String>> {
    let file = format!("events/{name}.json");
    if !tree.has(&file) {
        return Ok(None);
    }
    let event: Value = serde_json::from_str(&tree.read(&file)?).map_err(|error| format!("{file}: {error}"))?;
    let Some(routes) = routes.filter(|routes| !routes.is_empty()) else { return Ok(None) };
    let key = event["routeKey"].as_str().unwrap_or_default();
    let found = routes.iter().any(|(method, path)| key == format!("{} {path}", method.to_uppercase()));
    Ok((!found).then(|| format!("{name}: routeKey \"{key}\" of {file} is no route of it in template.yaml")))
}

/// A bin with a test harness costs a link at every `cargo test`.
fn bin_problems(packages: &[Package]) -> Vec<String> {
    let functions = packages.iter().filter_map(|package| Some((package.folder.strip_prefix("functions/")?, package)));
    functions.flat_map(|(domain, package)| package.bins.iter().flat_map(move |bin| bin_problem(domain, bin))).collect()
}

fn bin_problem(domain: &str, bin: &Bin) -> Vec<String> {
    let mut problems = Vec::new();
    let name = &bin.name;
    let file = format!("functions/{domain}/Cargo.toml");
    if Name::parse(name).is_none_or(|name| name.domain != domain) {
        problems.push(format!("{file}: [[bin]] {name} is not named after a function of {domain}"));
    }
    if bin.test {
        problems.push(format!("{name}: its [[bin]] in {file} lacks `test = false`"));
    }
    if bin.path.as_ref().is_some_and(|path| *path != format!("src/bin/{name}.rs")) {
        problems.push(format!("{name}: its [[bin]] in {file} has another path than src/bin/{name}.rs"));
    }
    problems
}
