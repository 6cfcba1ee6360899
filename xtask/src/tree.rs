//! Reading the source tree.

use crate::Result;
use std::fs;
use std::path::{Path, PathBuf};

/// Folders that hold nothing written by hand.
const SKIPPED: [&str; 5] = ["node_modules", "target", "dist", "generated", ".git"];

/// A checkout of the project, or a test's small copy of one.
pub struct Tree {
    root: PathBuf,
}

impl Tree {
    /// The tree under `root`.
    pub fn new(root: &Path) -> Self {
        Self {
            root: root.to_owned(),
        }
    }

    /// The file's path in the file system.
    pub fn path(&self, file: &str) -> PathBuf {
        self.root.join(file)
    }

    /// Whether the file or folder exists.
    pub fn has(&self, file: &str) -> bool {
        self.path(file).exists()
    }

    /// The text of a file.
    pub fn read(&self, file: &str) -> Result<String> {
        fs::read_to_string(self.path(file)).map_err(|error| format!("{file}: {error}").into())
    }

    /// The text of a file, or nothing if there is none.
    pub fn read_if_any(&self, file: &str) -> Result<String> {
        if self.has(file) {
            self.read(file)
        } else {
            Ok(String::new())
        }
    }

    /// Writes a file and the folders above it.
    pub fn write(&self, file: &str, text: &str) -> Result<()> {
        let path = self.path(file);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::write(&path, text).map_err(|error| format!("{file}: {error}").into())
    }

    /// The names of a folder's own entries that end in `end`, without it, sorted. A missing folder is empty.
    pub fn names(&self, folder: &str, end: &str) -> Result<Vec<String>> {
        let entries = self.entries(folder)?.into_iter();
        Ok(entries
            .filter_map(|entry| Some(entry.strip_suffix(end)?.to_owned()))
            .collect())
    }

    /// Every file below a folder with one of the endings, as paths from the root, sorted.
    pub fn files(&self, folder: &str, ends: &[&str]) -> Result<Vec<String>> {
        let mut files = Vec::new();
        for entry in self.entries(folder)? {
            let path = format!("{folder}/{entry}");
            if self.path(&path).is_dir() {
                if !SKIPPED.contains(&entry.as_str()) {
                    files.extend(self.files(&path, ends)?);
                }
            } else if ends.iter().any(|end| entry.ends_with(end)) {
                files.push(path);
            }
        }
        Ok(files)
    }

    fn entries(&self, folder: &str) -> Result<Vec<String>> {
        if !self.has(folder) {
            return Ok(Vec::new());
        }
        let mut entries = Vec::new();
        for entry in fs::read_dir(self.path(folder))? {
            entries.push(entry?.file_name().to_string_lossy().into_owned());
        }
        entries.sort();
        Ok(entries)
    }
}
