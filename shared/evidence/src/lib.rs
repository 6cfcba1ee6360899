//! Evidence packs: everything that there is to say about one milestone and its money, as a page that people read, as data, and with the
//! files themselves. Made for a dispute, or to answer a chargeback: it is a milestone that a pack is about (ADR 108).
//!
//! [`build`] reads, [`proconnect_packs`] writes the bytes. Who may have a pack, its callers decide.

#![warn(missing_docs)]

mod data;
mod files;
mod page;
mod plain;

pub use files::{LeftOut, MOST_OPENED, MOST_PACKED, MOST_READ, WhyLeftOut};

use files::{Limits, PackedFile};
use proconnect_auth::EvidenceSigner;
use proconnect_domain::{PackId, Timestamp};
use proconnect_files::{ObjectError, ObjectStore};
use proconnect_packs::{Head, Pack};
use proconnect_store::Case;

/// The page of a pack.
pub const PAGE: &str = "index.html";
/// The same as data.
pub const DATA: &str = "evidence.json";

/// A finished pack.
#[derive(Debug)]
pub struct EvidencePack {
    /// The archive.
    pub bytes: Vec<u8>,
    /// How many files are in it, the page and the manifest among them.
    pub files: usize,
    /// The files that it lists and does not hold.
    pub left_out: Vec<LeftOut>,
    /// The id of the key that signed it.
    pub key_id: String,
}

/// There is no pack now.
#[derive(Debug, thiserror::Error)]
pub enum BuildError {
    /// The object store did not answer.
    #[error(transparent)]
    Objects(#[from] ObjectError),
    /// There is no key to sign with.
    #[error("no key signs evidence packs")]
    NoKey,
    /// It could not be written.
    #[error("the pack could not be written: {0}")]
    Write(String),
}

/// What a pack says of itself.
pub(crate) struct About {
    pub(crate) id: PackId,
    pub(crate) made_at: Timestamp,
    pub(crate) key: String,
}

/// Makes a pack: reads the files of a case within its limits, tells the rest, and signs all of it. Nothing is written anywhere.
pub async fn build(
    case: &Case,
    objects: &dyn ObjectStore,
    signer: &EvidenceSigner,
    (id, made_at): (PackId, Timestamp),
) -> Result<EvidencePack, BuildError> {
    let key = signer.key_id().ok_or(BuildError::NoKey)?.to_owned();
    let (files, contents) = files::fetch(objects, files::listed(case), &Limits::DEFAULT).await?;
    let about = About { id, made_at, key };
    let mut pack = Pack::default();
    pack.add(PAGE, page::page(case, &files, &about).into_bytes());
    pack.add(DATA, data::data(case, &files, &about).map_err(write)?);
    for (name, content) in contents {
        pack.add(name, content);
    }
    seal(pack, case, about, signer, &files)
}

fn seal(
    pack: Pack,
    case: &Case,
    about: About,
    signer: &EvidenceSigner,
    files: &[PackedFile],
) -> Result<EvidencePack, BuildError> {
    let dispute = case.dispute.as_ref();
    let subject = match dispute {
        Some(found) => format!("{} {}", case.milestone_id, found.dispute.id),
        None => case.milestone_id.to_string(),
    };
    let (id, made_at) = (about.id.to_string(), about.made_at.to_string());
    let head = Head {
        id: &id,
        about: &subject,
        made_at: &made_at,
        key: &about.key,
    };
    // Without a signature, nobody takes it for a pack.
    let sign = |manifest: &[u8]| signer.sign(manifest).unwrap_or_default();
    let sealed = pack.seal_pack(&head, sign).map_err(write)?;
    Ok(EvidencePack {
        bytes: sealed.bytes,
        files: sealed.files,
        left_out: files.iter().filter_map(PackedFile::left_out).collect(),
        key_id: about.key,
    })
}

fn write(error: impl std::fmt::Display) -> BuildError {
    BuildError::Write(error.to_string())
}
