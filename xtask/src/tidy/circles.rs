//! The modules of a crate depend in one direction: in a circle nobody can be read, or moved, without all the others.

use crate::Result;
use crate::manifest::Package;
use crate::modules::{circles, graph};
use crate::tree::Tree;

pub fn check(tree: &Tree, packages: &[Package]) -> Result<Vec<String>> {
    let mut problems = Vec::new();
    for package in packages {
        let graph = graph(tree, &package.folder)?;
        problems.extend(circles(&graph).into_iter().map(|circle| {
            let names: Vec<String> = circle.iter().map(|module| module.join("::")).collect();
            format!(
                "{}: modules that need each other: {}",
                package.folder,
                names.join(", ")
            )
        }));
    }
    Ok(problems)
}
