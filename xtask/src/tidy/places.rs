//! One name everywhere: every function has each of its places, and no place names a function that is not there.

use super::routes::{self, Routes};
use super::sets;
use crate::Result;
use crate::declaration::Declaration;
use crate::manifest::Package;
use crate::name::Name;
use crate::tree::Tree;
use std::collections::BTreeSet;

/// A set of names and how to say that one is missing from it.
struct Place {
    names: BTreeSet<Name>,
    missing: fn(&Name) -> String,
    needed_by: NeededBy,
}

#[derive(PartialEq)]
enum NeededBy {
    Every,
    /// Only a function with a route.
    Http,
    /// Only a function with a route of its own, which is not all that no other takes.
    Operation,
    /// Every function; but the place may hold other things too, so it does not tell which functions there are.
    EveryAmongOthers,
}

pub fn check(tree: &Tree, packages: &[Package], declarations: &[Declaration]) -> Result<Vec<String>> {
    let mut problems = Vec::new();
    let declared = routes::declared(declarations);
    let operations = routes::operations(tree, &mut problems)?;
    let places = places(tree, packages, &declared, &operations)?;
    let telling = places
        .iter()
        .filter(|place| place.needed_by != NeededBy::EveryAmongOthers);
    let all: BTreeSet<&Name> = telling.flat_map(|place| &place.names).collect();
    for name in all {
        // A function that nobody declares counts as one with a route: then every gap is named at once.
        let http = declared.get(name).is_none_or(|routes| !routes.is_empty());
        let every_other = |routes: &Vec<routes::Route>| routes.iter().any(|(method, _)| method == "any");
        let operation = http && !declared.get(name).is_some_and(every_other);
        problems.extend(
            places
                .iter()
                .filter_map(|place| place.problem(name, http, operation)),
        );
    }
    problems.extend(routes::check(tree, &declared, &operations)?);
    Ok(problems)
}

impl Place {
    fn problem(&self, name: &Name, http: bool, operation: bool) -> Option<String> {
        let needed = match self.needed_by {
            NeededBy::Http => http,
            NeededBy::Operation => operation,
            NeededBy::Every | NeededBy::EveryAmongOthers => true,
        };
        match (self.names.contains(name), needed) {
            (true, false) => Some(format!(
                "{name}: declares no route, but has a {}",
                (self.missing)(name)
            )),
            (false, true) => Some(format!("{name}: no {}", (self.missing)(name))),
            _ => None,
        }
    }
}

fn places(tree: &Tree, packages: &[Package], declared: &Routes, operations: &Routes) -> Result<Vec<Place>> {
    use NeededBy::{Every, EveryAmongOthers, Http, Operation};
    let domains = sets::domains(packages);
    let place = |needed_by, names, missing| Place {
        names,
        missing,
        needed_by,
    };
    Ok(vec![
        place(Every, sets::bins(packages), |name| {
            format!("[[bin]] in functions/{}/Cargo.toml", name.domain)
        }),
        place(Every, sets::bin_files(tree, &domains)?, |name| {
            format!("functions/{}/src/bin/{name}.rs", name.domain)
        }),
        place(Every, sets::handlers(tree, &domains)?, |name| {
            format!("handler in functions/{}/src/{}.rs", name.domain, name.module())
        }),
        place(Every, sets::listed(tree, &domains)?, |name| {
            format!("line in FUNCTIONS of functions/{}/src/lib.rs", name.domain)
        }),
        place(Every, declared.keys().cloned().collect(), |name| {
            format!("FUNCTION in functions/{}/src/{}.rs", name.domain, name.module())
        }),
        place(Every, sets::events(tree)?, |name| format!("events/{name}.json")),
        place(Operation, operations.keys().cloned().collect(), |name| {
            format!("operation {} in openapi.json", name.operation_id())
        }),
        place(EveryAmongOthers, sets::test_files(tree, &domains)?, |name| {
            format!("test in tests/it/{}/{}.rs", name.domain, name.module())
        }),
        place(Http, sets::authorization_rows(tree, &domains)?, |_| {
            "row in tests/it/authorization/".to_owned()
        }),
        place(Http, sets::budget_rows(tree)?, |_| {
            "row in tests/it/budget/".to_owned()
        }),
    ])
}
