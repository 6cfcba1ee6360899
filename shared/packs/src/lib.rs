//! Evidence packs: a ZIP of what there is to say about a milestone's money, with a manifest of SHA-256 sums that the platform has
//! signed. Here is how its bytes are written, and how anybody finds out whether they are as they were written.
//!
//! Knows nothing of the table, and nothing of what a pack says.

#![warn(missing_docs)]

mod keys;
mod names;
mod pack;
mod verify;
mod zip;

pub use keys::{KeysError, PublicKeys};
pub use names::safe_name;
pub use pack::{Head, Pack, Sealed, Sum, sha256};
pub use verify::{Broken, Verified, verify};
pub use zip::{Entry, NotAZip};

/// The manifest: a line `<sum>  <name>` for each file, as `sha256sum` writes and checks it, after comments that say what the pack is.
pub const MANIFEST: &str = "SHA256SUMS";
/// The manifest's signature: the 64 bytes of Ed25519 over its bytes.
pub const SIGNATURE: &str = "SHA256SUMS.sig";
/// Names this form of packs; the manifest begins with it.
pub const FORM: &str = "proconnect-evidence-1";
