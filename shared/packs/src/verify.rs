//! Whether a pack is as the platform made it: every file, no other, under a signature of its own.

use crate::keys::PublicKeys;
use crate::pack::sha256;
use crate::zip::{self, Entry, NotAZip};
use crate::{FORM, MANIFEST, SIGNATURE};
use std::collections::{BTreeMap, BTreeSet};

/// What a good pack says of itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verified {
    /// Its id.
    pub id: String,
    /// What it is about.
    pub about: String,
    /// When it was made.
    pub made_at: String,
    /// The id of the key that signed it.
    pub key: String,
    /// How many files are in it.
    pub files: usize,
}

/// What is wrong with a pack: the first thing that was found.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Broken {
    /// It is no archive, or one that something else has written.
    #[error(transparent)]
    Archive(#[from] NotAZip),
    /// Two files have one name.
    #[error("there are two files named {0}")]
    Twice(String),
    /// A part is missing without which nothing can be verified.
    #[error("there is no {0}")]
    Without(&'static str),
    /// The manifest is signed by a key that is not among those given.
    #[error("it is signed by the key {0:?}, which is not among the keys given")]
    UnknownKey(String),
    /// The signature is not that key's, or the manifest was changed.
    #[error("the manifest is not what the platform signed")]
    Signature,
    /// The manifest is not of this form.
    #[error("the manifest is not of the form {FORM}")]
    Manifest,
    /// A file is not in the manifest.
    #[error("{0} is not in the manifest")]
    Extra(String),
    /// A file of the manifest is not there.
    #[error("{0} is missing")]
    Missing(String),
    /// A file has another sum.
    #[error("{0} was changed")]
    Changed(String),
}

/// Verifies a pack by the platform's public keys.
pub fn verify(archive: &[u8], keys: &PublicKeys) -> Result<Verified, Broken> {
    let entries = zip::read(archive)?;
    let mut names = BTreeSet::new();
    if let Some(twice) = entries.iter().find(|entry| !names.insert(&entry.name)) {
        return Err(Broken::Twice(twice.name.clone()));
    }
    let manifest = part(&entries, MANIFEST)?;
    let signature = part(&entries, SIGNATURE)?;
    let manifest = std::str::from_utf8(manifest).map_err(|_| Broken::Manifest)?;
    let (verified, sums) = parse(manifest, entries.len()).ok_or(Broken::Manifest)?;
    match keys.verify(&verified.key, manifest.as_bytes(), signature) {
        None => return Err(Broken::UnknownKey(verified.key)),
        Some(false) => return Err(Broken::Signature),
        Some(true) => {}
    }
    compare(&entries, &sums)?;
    // What stands between the entries, or in the directory that most programs read in their place.
    if zip::write(&entries)? != archive {
        return Err(NotAZip.into());
    }
    Ok(verified)
}

fn part<'a>(entries: &'a [Entry], name: &'static str) -> Result<&'a [u8], Broken> {
    let found = entries.iter().find(|entry| entry.name == name);
    found
        .map(|entry| entry.content.as_slice())
        .ok_or(Broken::Without(name))
}

/// The head, and the sums by name.
fn parse(manifest: &str, files: usize) -> Option<(Verified, BTreeMap<&str, &str>)> {
    let mut lines = manifest.strip_suffix('\n')?.split('\n');
    if lines.next()? != format!("# {FORM}") {
        return None;
    }
    let mut field = |name: &str| {
        let line = lines.next()?.strip_prefix("# ")?;
        Some(line.strip_prefix(name)?.strip_prefix(": ")?.to_owned())
    };
    let verified = Verified {
        id: field("pack")?,
        about: field("about")?,
        made_at: field("made")?,
        key: field("key")?,
        files,
    };
    let mut sums = BTreeMap::new();
    for line in lines {
        let (sum, name) = line.split_once("  ")?;
        if sums.insert(name, sum).is_some() {
            return None;
        }
    }
    Some((verified, sums))
}

fn compare(entries: &[Entry], sums: &BTreeMap<&str, &str>) -> Result<(), Broken> {
    let listed = |entry: &&Entry| entry.name != MANIFEST && entry.name != SIGNATURE;
    let mut found = BTreeSet::new();
    for entry in entries.iter().filter(listed) {
        let name = entry.name.as_str();
        let sum = sums.get(name).ok_or_else(|| Broken::Extra(name.to_owned()))?;
        if sha256(&entry.content) != *sum {
            return Err(Broken::Changed(name.to_owned()));
        }
        found.insert(name);
    }
    let missing = sums.keys().find(|name| !found.contains(*name));
    missing.map_or(Ok(()), |name| Err(Broken::Missing((*name).to_owned())))
}

#[cfg(test)]
mod tests;
