//! A prepared world, kept in memory, from which others go on: preparing takes a second, going on some milliseconds.

use crate::TestApp;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

/// The files of a world's data directory.
pub struct Snapshot {
    files: Vec<(PathBuf, Vec<u8>)>,
    people: u32,
}

impl TestApp {
    /// Everything as it is now.
    pub async fn snapshot(&self) -> Snapshot {
        let folder = tempfile::tempdir().expect("a folder");
        self.world
            .copy_to(folder.path())
            .await
            .expect("the state is copied");
        let mut files = Vec::new();
        read(folder.path(), Path::new(""), &mut files);
        Snapshot {
            files,
            people: self.people.load(Ordering::Relaxed),
        }
    }
}

impl Snapshot {
    /// A world of its own that goes on from here: the same people and tokens, the same time.
    pub async fn go_on(&self) -> TestApp {
        let folder = tempfile::tempdir().expect("a folder");
        for (name, content) in &self.files {
            let path = folder.path().join(name);
            std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
            std::fs::write(path, content).expect("a file");
        }
        let data = folder.path().to_owned();
        let mut app = TestApp::with(|options| options.data_dir = Some(data)).await;
        app.people = AtomicU32::new(self.people);
        app._folder = Some(folder);
        app
    }
}

fn read(root: &Path, below: &Path, files: &mut Vec<(PathBuf, Vec<u8>)>) {
    for entry in std::fs::read_dir(root.join(below)).expect("a folder") {
        let entry = entry.expect("an entry");
        let name = below.join(entry.file_name());
        if entry.file_type().expect("a type").is_dir() {
            read(root, &name, files);
        } else {
            files.push((name, std::fs::read(entry.path()).expect("a file")));
        }
    }
}
