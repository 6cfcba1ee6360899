//! Every `[[bin]]` is the bootstrap of the function that it is named after, and nothing else.

use crate::Result;
use crate::manifest::{Bin, Package};
use crate::name::Name;
use crate::tree::Tree;

pub fn check(tree: &Tree, packages: &[Package]) -> Result<Vec<String>> {
    let mut problems = Vec::new();
    for package in packages {
        let Some(domain) = package.folder.strip_prefix("functions/") else {
            continue;
        };
        for bin in &package.bins {
            let Some(name) = Name::parse(&bin.name).filter(|name| name.domain == domain) else {
                problems.push(format!(
                    "{}: [[bin]] {} is no function of {domain}",
                    package.folder, bin.name
                ));
                continue;
            };
            problems.extend(manifest_problems(&name, bin));
            problems.extend(handler_problems(tree, &name)?);
        }
    }
    Ok(problems)
}

/// A bin with a test harness costs a link at every `cargo test`; with a path of its own it hides from its name.
fn manifest_problems(name: &Name, bin: &Bin) -> Vec<String> {
    let file = format!("functions/{}/Cargo.toml", name.domain);
    let mut problems = Vec::new();
    if bin.test {
        problems.push(format!("{name}: its [[bin]] in {file} lacks `test = false`"));
    }
    if bin
        .path
        .as_ref()
        .is_some_and(|path| *path != format!("src/bin/{name}.rs"))
    {
        problems.push(format!(
            "{name}: its [[bin]] in {file} has another path than src/bin/{name}.rs"
        ));
    }
    problems
}

/// A bootstrap that was copied would deploy another function under its name.
fn handler_problems(tree: &Tree, name: &Name) -> Result<Vec<String>> {
    let Name { domain, .. } = name;
    let declaration = format!("{domain}::{}::FUNCTION", name.module());
    let bin = format!("functions/{domain}/src/bin/{name}.rs");
    let runs = !tree.has(&bin) || tree.read(&bin)?.contains(&format!("({declaration})"));
    let problem = format!("{name}: {bin} does not run {declaration}");
    Ok((!runs).then_some(problem).into_iter().collect())
}
