//! What the product asks of an object store.

use bytes::Bytes;
use futures_util::stream::BoxStream;
use std::time::Duration;

/// Content on its way, in pieces.
pub type Content = BoxStream<'static, std::io::Result<Bytes>>;

/// An upload to be allowed: what the signature binds.
#[derive(Debug, Clone)]
pub struct Upload<'a> {
    /// The object's key.
    pub key: &'a str,
    /// `Content-Type`.
    pub content_type: &'a str,
    /// `Content-Length` in bytes: exactly this many are taken.
    pub size: u64,
    /// SHA-256 of the content in base64, if the sender knows it (`x-amz-checksum-sha256`).
    pub sha256: Option<&'a str>,
    /// How long the address is good.
    pub life: Duration,
}

/// An allowed upload: an address, and the headers that must be sent with it.
#[derive(Debug, Clone)]
pub struct SignedUpload {
    /// The address.
    pub url: String,
    /// Name and value; `host` is not among them.
    pub headers: Vec<(String, String)>,
}

/// An object that was opened.
pub struct Object {
    /// Bytes.
    pub size: u64,
    /// Names this content: another one has another.
    pub etag: String,
    /// The content.
    pub content: Content,
}

/// The object store did not do it; it may be tried again.
#[derive(Debug, thiserror::Error)]
pub enum ObjectError {
    /// The content was replaced since it was opened.
    #[error("the object has changed")]
    Changed,
    /// Anything else.
    #[error("object store: {0}")]
    Other(String),
}

/// An object store.
#[async_trait::async_trait]
pub trait ObjectStore: Send + Sync {
    /// Allows one upload (a presigned PUT).
    async fn sign_upload(&self, upload: &Upload<'_>) -> Result<SignedUpload, ObjectError>;
    /// Allows downloading an object under a file's name (a presigned GET).
    async fn sign_download(
        &self,
        key: &str,
        name: &str,
        content_type: &str,
        life: Duration,
    ) -> Result<String, ObjectError>;
    /// Opens an object; `None` when there is none.
    async fn open(&self, key: &str) -> Result<Option<Object>, ObjectError>;
    /// Copies an object whose content is still the one that `etag` names, with a content type of its own.
    async fn copy(&self, from: &str, etag: &str, to: &str, content_type: &str) -> Result<(), ObjectError>;
    /// Writes an object that never changes and may be kept by every cache.
    async fn put(&self, key: &str, content_type: &str, content: Bytes) -> Result<(), ObjectError>;
    /// Writes an object for whoever has a signed address, which no cache keeps.
    async fn put_private(&self, key: &str, content_type: &str, content: Bytes) -> Result<(), ObjectError>;
    /// Deletes an object; idempotent. A bucket that keeps versions can bring it back for some days.
    async fn delete(&self, key: &str) -> Result<(), ObjectError>;
    /// Deletes an object for good, also where versions are kept; idempotent.
    async fn erase(&self, key: &str) -> Result<(), ObjectError>;
}
