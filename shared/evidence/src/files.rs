//! The files of a case: which there are, and which of them a pack can hold.

use futures_util::StreamExt as _;
use proconnect_domain::{Actor, FileId};
use proconnect_files::{Object, ObjectError, ObjectStore, keys};
use proconnect_packs::{Sum, safe_name};
use proconnect_store::{AttachedFile, Case};
use serde::Serialize;
use std::collections::BTreeSet;

/// A pack holds this many bytes of files at most: what a function keeps in memory, twice.
pub const MOST_PACKED: u64 = 64 * 1024 * 1024;
/// Of so many bytes it says the sums, whether it holds them or not: what is read within the half minute of a call.
pub const MOST_READ: u64 = 256 * 1024 * 1024;
/// And of so many files.
pub const MOST_OPENED: usize = 200;

/// What a pack can hold.
pub(crate) struct Limits {
    packed: u64,
    read: u64,
    opened: usize,
}

impl Limits {
    pub(crate) const DEFAULT: Self = Self {
        packed: MOST_PACKED,
        read: MOST_READ,
        opened: MOST_OPENED,
    };
}

/// A file that a pack lists and does not hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOut {
    /// Its name.
    pub name: String,
    /// Bytes.
    pub size: u64,
    /// SHA-256, if it was read.
    pub sha256: Option<String>,
    /// Why.
    pub why: WhyLeftOut,
}

/// Why a pack does not hold a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum WhyLeftOut {
    /// The pack is full; its sum is given.
    TooLarge,
    /// There are more files than can be read at once; there is no sum of it either.
    NotRead,
    /// It is not kept any more.
    Gone,
}

/// A file, and what it hangs on.
pub(crate) struct ListedFile {
    file: AttachedFile,
    by: Actor,
    hangs_on: &'static str,
}

/// A file, as a pack tells of it.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct PackedFile {
    pub(crate) id: FileId,
    /// The name that its sender gave it.
    pub(crate) name: String,
    pub(crate) content_type: String,
    pub(crate) size: u64,
    /// Who sent it.
    pub(crate) by: Actor,
    pub(crate) hangs_on: &'static str,
    /// Its name in the pack, if it is there.
    pub(crate) path: Option<String>,
    pub(crate) sha256: Option<String>,
    pub(crate) left_out: Option<WhyLeftOut>,
}

impl PackedFile {
    pub(crate) fn left_out(&self) -> Option<LeftOut> {
        Some(LeftOut {
            why: self.left_out?,
            name: self.name.clone(),
            size: self.size,
            sha256: self.sha256.clone(),
        })
    }
}

/// All files of a case, each once, what matters most first: of what does not fit, the end is left out.
pub(crate) fn listed(case: &Case) -> Vec<ListedFile> {
    let mut all = Vec::new();
    let mut add = |files: &[AttachedFile], by: Actor, hangs_on: &'static str| {
        all.extend(files.iter().map(|file| ListedFile {
            file: file.clone(),
            by,
            hangs_on,
        }));
    };
    if let Some(found) = &case.dispute {
        add(
            &found.dispute.files,
            found.dispute.opened_by,
            "the statement in the dispute",
        );
        for evidence in &found.evidence {
            add(&evidence.files, evidence.by, "evidence in the dispute");
        }
    }
    for submission in case.submissions.iter().rev() {
        add(&submission.files, Actor::Freelancer, "work handed in");
    }
    if let Some(task) = &case.task {
        add(&task.attachments, Actor::Client, "the task");
    }
    if let Some(bid) = &case.bid {
        add(&bid.attachments, Actor::Freelancer, "the bid");
    }
    let side = |user| match user == case.contract.client.id {
        true => Actor::Client,
        false => Actor::Freelancer,
    };
    for message in case.messages.iter().rev() {
        add(&message.files, side(message.sender_id), "a message");
    }
    for version in &case.versions {
        add(
            &version.files,
            side(version.sender_id),
            "a message that was deleted",
        );
    }
    let mut seen = BTreeSet::new();
    all.retain(|listed| seen.insert(listed.file.id));
    all
}

/// The files as a pack tells of them, and what it holds: names in it, contents.
pub(crate) type Fetched = (Vec<PackedFile>, Vec<(String, Vec<u8>)>);

/// Reads them, one after another. An object store that does not answer ends it: a pack never leaves something out for such a reason.
pub(crate) async fn fetch(
    objects: &dyn ObjectStore,
    listed: Vec<ListedFile>,
    limits: &Limits,
) -> Result<Fetched, ObjectError> {
    let (mut files, mut contents) = (Vec::new(), Vec::new());
    let (mut packed, mut read) = (0, 0);
    for (place, listed) in listed.into_iter().enumerate() {
        let mut file = describe(listed);
        if place >= limits.opened || read + file.size > limits.read {
            file.left_out = Some(WhyLeftOut::NotRead);
        } else {
            let object = objects.open(&keys::clean(file.id)).await?;
            match object {
                None => file.left_out = Some(WhyLeftOut::Gone),
                Some(object) => {
                    file.size = object.size;
                    read += object.size;
                    let fits = packed + object.size <= limits.packed;
                    let (sum, content) = take(object, fits).await?;
                    file.sha256 = Some(sum);
                    if fits {
                        packed += file.size;
                        let path = format!("files/{}", safe_name(place + 1, &file.name));
                        file.path = Some(path.clone());
                        contents.push((path, content));
                    } else {
                        file.left_out = Some(WhyLeftOut::TooLarge);
                    }
                }
            }
        }
        files.push(file);
    }
    Ok((files, contents))
}

fn describe(listed: ListedFile) -> PackedFile {
    PackedFile {
        id: listed.file.id,
        name: listed.file.name,
        content_type: listed.file.content_type,
        size: listed.file.size,
        by: listed.by,
        hangs_on: listed.hangs_on,
        path: None,
        sha256: None,
        left_out: None,
    }
}

/// Its sum, and what it holds if that is to be kept.
async fn take(mut object: Object, keep: bool) -> Result<(String, Vec<u8>), ObjectError> {
    let (mut sum, mut content) = (Sum::default(), Vec::new());
    while let Some(piece) = object.content.next().await {
        let piece = piece.map_err(|error| ObjectError::Other(error.to_string()))?;
        sum.add(&piece);
        if keep {
            content.extend_from_slice(&piece);
        }
    }
    Ok((sum.text(), content))
}

#[cfg(test)]
mod tests;
