//! `cargo xtask verify-pack`: whether an evidence pack is as the platform made it.

use crate::Result;
use proconnect_packs::{PublicKeys, verify};
use std::path::Path;

/// Verifies the pack in a file by the keys in another, which `GET /v1/evidence-keys` has answered. Returns what the pack is; the error
/// says what is wrong with it.
pub fn run(file: &Path, keys: &Path) -> Result<String> {
    let read = |path: &Path| std::fs::read(path).map_err(|error| format!("{}: {error}", path.display()));
    let keys_text = String::from_utf8_lossy(&read(keys)?).into_owned();
    let known = PublicKeys::parse(&keys_text).map_err(|error| format!("{}: {error}", keys.display()))?;
    let found = verify(&read(file)?, &known).map_err(|error| format!("{}: {error}", file.display()))?;
    Ok(format!(
        "{}: as ProConnect made it\n  pack {}\n  about {}\n  made {}\n  signed by the key {}\n  {} files",
        file.display(),
        found.id,
        found.about,
        found.made_at,
        found.key,
        found.files,
    ))
}
