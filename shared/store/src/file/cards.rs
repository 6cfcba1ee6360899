//! What lists hold of a file.

use super::FileRecord;
use crate::record::Card;
use proconnect_domain::{FileId, FileProblem, FilePurpose, FileStatus, Timestamp};
use serde::{Deserialize, Serialize};

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct FileCard {
    pub(crate) id: FileId,
    pub(crate) name: String,
    pub(crate) content_type: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) detected_type: Option<String>,
    pub(crate) size: u64,
    pub(crate) purpose: FilePurpose,
    pub(crate) status: FileStatus,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) problem: Option<Refusal>,
    pub(crate) created_at: Timestamp,
}

/// Why a file was refused. Cards without a version hold the sentence as well, which follows from it.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Refusal {
    pub(crate) code: FileProblem,
}

impl Card for FileCard {
    type Of = FileRecord;
}

impl FileCard {
    pub(crate) fn of(file: &FileRecord) -> Self {
        Self {
            id: file.id,
            name: file.name.clone(),
            content_type: file.content_type.clone(),
            detected_type: file.detected_type.clone(),
            size: file.size,
            purpose: file.purpose,
            status: file.status,
            problem: file.problem.map(|code| Refusal { code }),
            created_at: file.created_at,
        }
    }
}
