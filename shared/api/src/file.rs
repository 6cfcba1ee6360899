//! Files.

use proconnect_domain::{FileId, FileProblem, FilePurpose, FileStatus, Timestamp};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A file.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct File {
    /// Id.
    pub id: FileId,
    /// Its name.
    pub name: String,
    /// Its media type: as its sender announced it, and once it was looked at what it is served as. That is a document's own
    /// type where its content bears it out, and `application/octet-stream` for everything else.
    pub content_type: String,
    /// What its content looks like, whatever it is called; absent until it was looked at, and where nobody knows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub detected_type: Option<String>,
    /// Bytes.
    pub size: u64,
    /// What it is for.
    pub purpose: FilePurpose,
    /// State.
    pub status: FileStatus,
    /// Why it was refused.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub problem: Option<FileRefusal>,
    /// When it was announced.
    pub created_at: Timestamp,
    /// Where it is downloaded, for a few minutes; only of a clean file.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub download_url: Option<String>,
    /// Where a picture of its first page is, for a few minutes; only of a clean PDF that has one. For
    /// a portfolio's it is a path of the site, where pictures are.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub preview_url: Option<String>,
}

/// Why a file was refused.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct FileRefusal {
    /// For programs.
    pub code: FileProblem,
    /// A sentence for the person.
    pub detail: String,
}

/// A file that hangs on something: clean, and seen by whoever sees the thing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct FileRef {
    /// Id.
    pub id: FileId,
    /// Its name.
    pub name: String,
    /// Its media type.
    pub content_type: String,
    /// Bytes.
    pub size: u64,
    /// Whether there is a picture of its first page: `previewUrl` of `GET /v1/files/{fileId}`.
    pub has_preview: bool,
}
