//! Writes what follows from the declarations: binaries, their entries in the manifests, lists of functions and of tests, tables
//! of the documentation, and the stacks of functions and queues. All of it is checked in; with `check` it is only compared.

mod bus;
mod deployment;
mod documents;
mod domain;
mod emit;
mod function;
mod marks;
mod parameters;
mod policy;
mod queues;
mod rust;
mod settings;
mod stack;
mod tests;
mod triggers;
mod wiring;

use crate::Result;
use crate::declaration::{self, Declaration};
use crate::rights::{self, Needs};
use crate::tree::Tree;
use std::path::Path;
use std::rc::Rc;
use wiring::Wiring;

/// A function with what the analysis found.
pub struct Planned {
    /// Its declaration.
    pub declaration: Declaration,
    /// What it needs.
    pub needs: Needs,
    /// How it is given that.
    pub wiring: Rc<Wiring>,
}

/// A file and its text.
pub type Written = (String, String);

/// Writes everything, or with `check` names what differs.
pub fn run(root: &Path, check: bool) -> Result<()> {
    let tree = Tree::new(root);
    let differing = differences(&tree)?;
    if differing.is_empty() {
        println!("generate: everything is as the declarations say");
        return Ok(());
    }
    for (file, text) in &differing {
        println!("{file}");
        if !check {
            match text {
                Some(text) => tree.write(file, text)?,
                None => std::fs::remove_file(tree.path(file))?,
            }
        }
    }
    match check {
        true => Err("these files differ from what the declarations say: run cargo xtask generate, and look at the difference".into()),
        false => Ok(()),
    }
}

/// The files that are to change: their new text, or none for those that have to go.
pub fn differences(tree: &Tree) -> Result<Vec<(String, Option<String>)>> {
    let planned = plan(tree)?;
    let files = written(tree, &planned)?;
    let mut differing: Vec<(String, Option<String>)> = Vec::new();
    for old in stale(tree, &files)? {
        differing.push((old, None));
    }
    for (file, text) in files {
        if tree.read_if_any(&file)? != text {
            differing.push((file, Some(text)));
        }
    }
    Ok(differing)
}

/// Every function with its needs. What the analysis could not follow is an error.
pub fn plan(tree: &Tree) -> Result<Vec<Planned>> {
    let source = rights::source(tree)?;
    let wiring = Rc::new(Wiring::read(tree)?);
    let mut planned = Vec::new();
    let mut unclear = Vec::new();
    for declaration in declaration::all(tree)? {
        let needs = rights::needs(&source, &declaration)?;
        unclear.extend(
            needs
                .unclear
                .iter()
                .map(|what| format!("{}: {what}", declaration.name)),
        );
        unclear.extend(settings::problems(&wiring, &declaration, &needs));
        planned.push(Planned {
            declaration,
            needs,
            wiring: Rc::clone(&wiring),
        });
    }
    match unclear.is_empty() {
        true => Ok(planned),
        false => Err(unclear.join("\n").into()),
    }
}

fn written(tree: &Tree, planned: &[Planned]) -> Result<Vec<Written>> {
    let mut files = rust::files(tree, planned)?;
    files.extend(tests::files(tree, planned)?);
    files.extend(documents::files(tree, planned)?);
    files.extend(stack::files(planned)?);
    Ok(files)
}

/// Generated files of functions that are no more.
fn stale(tree: &Tree, files: &[Written]) -> Result<Vec<String>> {
    let mut all = Vec::new();
    for domain in tree.names("functions", "")? {
        all.extend(tree.files(&format!("functions/{domain}/src/bin"), &[".rs"])?);
    }
    all.extend(tree.files("infra/functions", &[".yaml"])?);
    all.retain(|file| !files.iter().any(|(written, _)| written == file));
    Ok(all)
}

/// The domains, each with its functions.
pub fn domains(planned: &[Planned]) -> Vec<(&str, Vec<&Planned>)> {
    let mut domains: Vec<(&str, Vec<&Planned>)> = Vec::new();
    for function in planned {
        let domain = function.declaration.name.domain.as_str();
        match domains.last_mut().filter(|(last, _)| *last == domain) {
            Some((_, functions)) => functions.push(function),
            None => domains.push((domain, vec![function])),
        }
    }
    domains
}
