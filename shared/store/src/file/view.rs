//! Files as the API returns them.

use super::cards::FileCard;
use super::{AttachedFile, FileRecord};
use proconnect_api::{File, FileRef, FileRefusal};

impl FileRecord {
    /// As the API returns it, with where it and its first page lie for a few minutes.
    pub fn view(&self, download_url: Option<String>, preview_url: Option<String>) -> File {
        File {
            download_url,
            preview_url,
            ..FileCard::of(self).into()
        }
    }
}

impl From<FileCard> for File {
    fn from(card: FileCard) -> Self {
        Self {
            id: card.id,
            name: card.name,
            content_type: card.content_type,
            detected_type: card.detected_type,
            size: card.size,
            purpose: card.purpose,
            status: card.status,
            problem: card.problem.map(|problem| FileRefusal {
                code: problem.code,
                detail: problem.code.text().to_owned(),
            }),
            created_at: card.created_at,
            download_url: None,
            preview_url: None,
        }
    }
}

impl From<AttachedFile> for FileRef {
    fn from(file: AttachedFile) -> Self {
        Self {
            id: file.id,
            name: file.name,
            content_type: file.content_type,
            size: file.size,
            has_preview: file.has_preview,
        }
    }
}

/// What hangs on a thing, as the API returns it.
pub(crate) fn references(files: &[AttachedFile]) -> Vec<FileRef> {
    files.iter().cloned().map(FileRef::from).collect()
}
