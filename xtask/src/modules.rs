//! The modules of a crate, and which of them takes something from which.

mod resolve;
mod uses;

use crate::Result;
use crate::tree::Tree;
use resolve::Names;
use std::collections::{BTreeMap, BTreeSet};

/// `["keys", "task"]`; the crate's own is empty.
pub type Module = Vec<String>;

/// Each module with those that it takes something from. A module is made of those below it: that is no edge.
pub type Graph = BTreeMap<Module, BTreeSet<Module>>;

/// The graph of a package's library, or nothing for a package without one.
pub fn graph(tree: &Tree, folder: &str) -> Result<Graph> {
    let mut parsed = BTreeMap::new();
    for file in tree.files(&format!("{folder}/src"), &[".rs"])? {
        if let Some(module) = module_of(&file, folder) {
            let source = syn::parse_file(&tree.read(&file)?).map_err(|error| format!("{file}: {error}"))?;
            parsed.insert(module, uses::of(&source));
        }
    }
    let names = Names::new(&parsed);
    let graph = parsed.iter().map(|(module, uses)| {
        let found = uses.iter().filter_map(|used| names.resolve(module, &used.path));
        let others = found.filter(|other| !other.is_empty() && !other.starts_with(module));
        (module.clone(), others.collect())
    });
    Ok(graph.collect())
}

/// `None` for a program of its own.
fn module_of(file: &str, folder: &str) -> Option<Module> {
    let path = file
        .strip_prefix(&format!("{folder}/src/"))?
        .strip_suffix(".rs")?;
    let mut parts: Vec<String> = path.split('/').map(str::to_owned).collect();
    match parts.last()?.as_str() {
        "main" if parts.len() == 1 => return None,
        "lib" | "mod" => {
            parts.pop();
        }
        _ => {}
    }
    (parts.first().map(String::as_str) != Some("bin")).then_some(parts)
}

/// The modules that take something from each other, directly or by way of others: each set is a circle.
pub fn circles(graph: &Graph) -> Vec<BTreeSet<&Module>> {
    let mut circles: Vec<BTreeSet<&Module>> = Vec::new();
    let reached: BTreeMap<&Module, BTreeSet<&Module>> =
        graph.keys().map(|from| (from, reach(graph, from))).collect();
    for (from, others) in &reached {
        if circles.iter().any(|circle| circle.contains(from)) {
            continue;
        }
        let back = |other: &&&Module| reached.get(**other).is_some_and(|reached| reached.contains(from));
        let mut circle: BTreeSet<&Module> = others.iter().filter(back).copied().collect();
        if circle.len() > 1 {
            circle.insert(from);
            circles.push(circle);
        }
    }
    circles
}

fn reach<'a>(graph: &'a Graph, from: &'a Module) -> BTreeSet<&'a Module> {
    let mut reached = BTreeSet::new();
    let mut next = vec![from];
    while let Some(module) = next.pop() {
        for other in graph.get(module).into_iter().flatten() {
            if reached.insert(other) {
                next.push(other);
            }
        }
    }
    reached
}
