//! The lists of test files: `tests/it/<domain>.rs` names every file of its folder, so that none is forgotten.

use super::marks::{Comments, with_part};
use super::{Planned, Written, domains};
use crate::Result;
use crate::tree::Tree;

pub fn files(tree: &Tree, planned: &[Planned]) -> Result<Vec<Written>> {
    let mut files = Vec::new();
    for (domain, _) in domains(planned) {
        let file = format!("tests/it/{domain}.rs");
        let modules = tree.names(&format!("tests/it/{domain}"), ".rs")?;
        let list: String = modules.iter().map(|module| format!("mod {module};\n")).collect();
        let text = with_part(&file, &tree.read(&file)?, Comments::Rust, &list)?;
        files.push((file, text));
    }
    Ok(files)
}
