//! Where the objects of a file lie in the bucket.
//!
//! | prefix | holds | who reads it |
//! |---|---|---|
//! | `uploads/<id>` | what a browser sent, not looked at yet | files-on-uploaded alone |
//! | `files/<id>` | what was found clean | whoever has a signed address |
//! | `files/<id>-page.webp` | the first page of a PDF, unless a portfolio shows it | whoever has a signed address |
//! | `packs/<milestone>/<id>.zip` | an evidence pack, for a day | whoever has a signed address |
//! | `pictures/<id>/<size>.webp` | avatars, portfolio pictures and first pages of a portfolio's PDFs, made smaller | everybody |
//!
//! A presigned PUT works until it expires, so what it wrote may be replaced. It can write below `uploads/` only: what
//! is downloaded is a copy of exactly the content that was scanned.

use proconnect_domain::{FileId, MilestoneId, PackId};

/// The prefix of what waits for the scan.
pub const UPLOADS: &str = "uploads/";

/// What the browser sends.
pub fn upload(id: FileId) -> String {
    format!("{UPLOADS}{id}")
}

/// What is downloaded.
pub fn clean(id: FileId) -> String {
    format!("files/{id}")
}

/// The picture of a PDF's first page, which is as private as the PDF.
pub fn page(id: FileId) -> String {
    format!("files/{id}-page.webp")
}

/// An evidence pack. The bucket deletes it after a day: it can be made again.
pub fn pack(milestone: MilestoneId, id: PackId) -> String {
    format!("packs/{milestone}/{id}.zip")
}

/// A picture in one of its sizes.
pub fn picture(id: FileId, size: &str) -> String {
    format!("pictures/{id}/{size}.webp")
}

/// The sizes of pictures: their names in addresses.
pub const SIZES: [&str; 2] = ["small", "large"];

/// The file whose upload this is.
pub fn uploaded(key: &str) -> Option<FileId> {
    key.strip_prefix(UPLOADS)?.parse().ok()
}

/// Everything that a file may have left in the bucket.
pub fn all(id: FileId) -> Vec<String> {
    let mut keys = vec![upload(id), clean(id), page(id)];
    keys.extend(SIZES.map(|size| picture(id, size)));
    keys
}
