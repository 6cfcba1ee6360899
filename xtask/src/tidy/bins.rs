//! Every `[[bin]]` is a bootstrap and nothing else.

use crate::manifest::{Bin, Package};
use crate::name::Name;

/// A bin with a test harness costs a link at every `cargo test`; with a path of its own it hides from its name.
pub fn check(packages: &[Package]) -> Vec<String> {
    let functions = packages
        .iter()
        .filter_map(|package| Some((package.folder.strip_prefix("functions/")?, package)));
    functions
        .flat_map(|(domain, package)| package.bins.iter().flat_map(move |bin| bin_problem(domain, bin)))
        .collect()
}

fn bin_problem(domain: &str, bin: &Bin) -> Vec<String> {
    let mut problems = Vec::new();
    let name = &bin.name;
    let file = format!("functions/{domain}/Cargo.toml");
    if Name::parse(name).is_none_or(|name| name.domain != domain) {
        problems.push(format!(
            "{file}: [[bin]] {name} is not named after a function of {domain}"
        ));
    }
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
