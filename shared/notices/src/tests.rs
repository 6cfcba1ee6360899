//! What is planned for each fact, and every mail, compared with what was kept; places compared with the web client.

mod mails;
mod places;
mod plans;

use std::collections::BTreeSet;
use std::path::Path;

/// Fails when a snapshot is kept of something that is no more.
fn assert_kept(kind: &str, names: &BTreeSet<String>) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/tests/snapshots");
    let prefix = format!("proconnect_notices__tests__{kind}__");
    let files = std::fs::read_dir(folder).unwrap();
    let kept: BTreeSet<String> = files
        .map(|file| file.unwrap().file_name().into_string().unwrap())
        .filter_map(|file| Some(file.strip_prefix(&prefix)?.strip_suffix(".snap")?.to_owned()))
        .collect();
    assert_eq!(&kept, names);
}
