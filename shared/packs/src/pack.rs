//! A pack while it is put together.

use crate::zip::{self, Entry, NotAZip};
use crate::{FORM, MANIFEST, SIGNATURE};
use sha2::{Digest as _, Sha256};
use std::fmt::Write as _;

/// What a pack is, in its manifest and so under its signature. Texts of one line.
#[derive(Debug, Clone, Copy)]
pub struct Head<'a> {
    /// Its own id.
    pub id: &'a str,
    /// What it is about: a milestone, a dispute.
    pub about: &'a str,
    /// When it was made: RFC 3339.
    pub made_at: &'a str,
    /// By which of the platform's keys it is signed.
    pub key: &'a str,
}

/// A pack's files so far.
#[derive(Debug, Default)]
pub struct Pack(Vec<Entry>);

/// A finished pack.
#[derive(Debug)]
pub struct Sealed {
    /// The archive.
    pub bytes: Vec<u8>,
    /// How many files are in it, manifest and signature among them.
    pub files: usize,
}

/// SHA-256 in hexadecimal.
pub fn sha256(content: &[u8]) -> String {
    hex(&Sha256::digest(content))
}

/// SHA-256 of what comes in pieces.
#[derive(Debug, Default)]
pub struct Sum(Sha256);

impl Sum {
    /// Goes on with a piece.
    pub fn add(&mut self, piece: &[u8]) {
        self.0.update(piece);
    }

    /// In hexadecimal.
    pub fn text(self) -> String {
        hex(&self.0.finalize())
    }
}

fn hex(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(2 * bytes.len());
    for byte in bytes {
        // Writing to a string does not fail.
        let _ = write!(text, "{byte:02x}");
    }
    text
}

impl Pack {
    /// Adds a file. Its name is one of ours, or of [`crate::safe_name`], below a folder.
    pub fn add(&mut self, name: impl Into<String>, content: Vec<u8>) {
        self.0.push(Entry {
            name: name.into(),
            content,
        });
    }

    /// Writes manifest and signature, and the archive of all of it.
    pub fn seal_pack(
        mut self,
        head: &Head<'_>,
        sign: impl FnOnce(&[u8]) -> Vec<u8>,
    ) -> Result<Sealed, NotAZip> {
        let manifest = manifest(head, &self.0).into_bytes();
        let signature = sign(&manifest);
        self.add(MANIFEST, manifest);
        self.add(SIGNATURE, signature);
        Ok(Sealed {
            files: self.0.len(),
            bytes: zip::write(&self.0)?,
        })
    }
}

fn manifest(head: &Head<'_>, entries: &[Entry]) -> String {
    let mut text = format!("# {FORM}\n");
    for (name, value) in [
        ("pack", head.id),
        ("about", head.about),
        ("made", head.made_at),
        ("key", head.key),
    ] {
        let _ = writeln!(text, "# {name}: {value}");
    }
    for entry in entries {
        let _ = writeln!(text, "{}  {}", sha256(&entry.content), entry.name);
    }
    text
}
