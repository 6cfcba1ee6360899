//! A test that is not compiled, or that is switched off, proves nothing.

use crate::Result;
use crate::tree::Tree;

pub fn check(tree: &Tree) -> Result<Vec<String>> {
    let mut problems = Vec::new();
    let main = tree.read_if_any("tests/it/main.rs")?;
    for file in tree.files("tests/it", &[".rs"])? {
        problems.extend(unlisted(tree, &main, &file)?);
    }
    for folder in ["functions", "shared", "local", "tests", "xtask"] {
        for file in tree.files(folder, &[".rs"])? {
            problems.extend(ignored(&file, &tree.read(&file)?));
        }
    }
    Ok(problems)
}

/// `tests/it/tasks/create.rs` runs only if `mod create;` stands in the module above it.
fn unlisted(tree: &Tree, main: &str, file: &str) -> Result<Option<String>> {
    let path = file
        .trim_start_matches("tests/it/")
        .trim_end_matches(".rs")
        .trim_end_matches("/mod");
    let (parent, module) = path.rsplit_once('/').unwrap_or(("", path));
    if path == "main" {
        return Ok(None);
    }
    let above = match parent {
        "" => main.to_owned(),
        parent => {
            tree.read_if_any(&format!("tests/it/{parent}.rs"))?
                + &tree.read_if_any(&format!("tests/it/{parent}/mod.rs"))?
        }
    };
    // `main.rs` may list the files of a folder in a `mod tasks { … }` of its own.
    let listed = [above.as_str(), main]
        .iter()
        .any(|text| text.contains(&format!("mod {module};")));
    Ok((!listed).then(|| format!("{file}: no `mod {module};` names it, so it never runs")))
}

fn ignored(file: &str, text: &str) -> Vec<String> {
    let lines = text
        .lines()
        .enumerate()
        .filter(|(_, line)| line.trim_start().starts_with("#[ignore"));
    lines
        .map(|(at, _)| {
            format!(
                "{file}:{}: a test that is ignored is a test that is not there",
                at + 1
            )
        })
        .collect()
}
