//! In which module of the crate a name stands that a path leads to, through whatever hands it on.

use super::Module;
use super::uses::Use;
use std::collections::{BTreeMap, BTreeSet};

/// Names that are handed on more often are somebody else's.
const DEEPEST: usize = 8;

/// The modules, and what each hands on from elsewhere.
pub struct Names<'a> {
    modules: BTreeSet<&'a Module>,
    handed_on: BTreeMap<(&'a Module, &'a str), &'a [String]>,
}

impl<'a> Names<'a> {
    pub fn new(parsed: &'a BTreeMap<Module, Vec<Use>>) -> Self {
        let mut handed_on = BTreeMap::new();
        for (module, uses) in parsed {
            for used in uses {
                if let Some(name) = &used.handed_on {
                    handed_on.insert((module, name.as_str()), used.path.as_slice());
                }
            }
        }
        Self {
            modules: parsed.keys().collect(),
            handed_on,
        }
    }

    /// `None` for what is not of this crate.
    pub fn resolve(&self, from: &Module, path: &[String]) -> Option<Module> {
        self.follow(from, path, 0)
    }

    fn follow(&self, from: &Module, path: &[String], depth: usize) -> Option<Module> {
        let full = self.full(from, path)?;
        let (place, module) = (0..=full.len()).rev().find_map(|end| {
            let module = full[..end].to_vec();
            self.modules.contains(&module).then_some((end, module))
        })?;
        let name = full.get(place).map(String::as_str).unwrap_or_default();
        match self.handed_on.get_key_value(&(&module, name)) {
            Some(((holder, _), onward)) if depth < DEEPEST => {
                // What is another crate's stands where it is handed on.
                self.follow(holder, onward, depth + 1).or(Some(module))
            }
            _ => Some(module),
        }
    }

    /// The path from the crate's root.
    fn full(&self, from: &Module, path: &[String]) -> Option<Module> {
        let (first, rest) = path.split_first()?;
        match first.as_str() {
            "crate" => Some(rest.to_vec()),
            "self" => Some([from, rest].concat()),
            "super" => {
                let (_, above) = from.split_last()?;
                let above = above.to_vec();
                match rest.first().map(String::as_str) {
                    Some("super") => self.full(&above, rest),
                    _ => Some([&above, rest].concat()),
                }
            }
            // A module's own child may be named alone.
            child => {
                let below = [from.as_slice(), &[child.to_owned()]].concat();
                self.modules
                    .contains(&below)
                    .then(|| [from.as_slice(), path].concat())
            }
        }
    }
}
