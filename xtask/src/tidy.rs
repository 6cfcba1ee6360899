//! Proves what the compiler cannot: that the places of every function agree, that crates depend in one direction,
//! and that the template stays deployable. Each problem is one line that names what to mend.

mod bins;
mod crates;
mod declared;
mod docs;
mod literals;
mod pages;
mod places;
mod queues;
mod resources;
mod routes;
mod sets;
mod sources;
mod tests;

use crate::Result;
use crate::declaration;
use crate::manifest::packages;
use crate::tree::Tree;
use std::path::Path;

pub(crate) use docs::row_start;
pub(crate) use literals::call_literals;
pub use resources::{LIMIT, PLANNED, stacks};

/// Every problem of the tree under `root`; none means tidy. The order is stable.
pub fn problems(root: &Path) -> Result<Vec<String>> {
    let tree = Tree::new(root);
    let packages = packages(&tree)?;
    let declarations = declaration::all(&tree)?;
    let mut problems = places::check(&tree, &packages, &declarations)?;
    problems.extend(bins::check(&tree, &packages)?);
    problems.extend(tests::check(&tree)?);
    problems.extend(docs::check(&tree, &declarations)?);
    problems.extend(crates::check(&packages));
    problems.extend(sources::check(&tree)?);
    problems.extend(pages::check(&tree)?);
    problems.extend(resources::check(&tree)?);
    problems.extend(queues::check(&tree)?);
    problems.extend(declared::check(&declarations));
    Ok(problems)
}

/// What `tidy` prints when all is well: how near the limits are.
pub fn summary(root: &Path) -> Result<String> {
    let tree = Tree::new(root);
    let mut parts = vec![format!("{} functions", declaration::all(&tree)?.len())];
    for resources::Stack { file, count, planned } in resources::stacks(&tree)? {
        let planned = match planned > count {
            true => format!(", {planned} with {PLANNED} functions"),
            false => String::new(),
        };
        parts.push(format!("{file}: {count} resources{planned}"));
    }
    Ok(format!("{} (at most {LIMIT})", parts.join("; ")))
}
