#![allow(clippy::unwrap_used)]

use super::*;
use bytes::Bytes;
use proconnect_domain::TypedId as _;
use proconnect_files::{SignedUpload, Upload};
use std::time::Duration;
use ulid::Ulid;

/// Holds what it was given, and nothing else can be done with it.
struct Bucket(Vec<(FileId, Vec<u8>)>);

#[async_trait::async_trait]
impl ObjectStore for Bucket {
    async fn open(&self, key: &str) -> Result<Option<Object>, ObjectError> {
        let found = self.0.iter().find(|(id, _)| keys::clean(*id) == key);
        Ok(found.map(|(_, content)| {
            let halves = content.chunks(content.len().div_ceil(2).max(1));
            let halves: Vec<_> = halves.map(|half| Ok(Bytes::copy_from_slice(half))).collect();
            Object {
                size: content.len() as u64,
                etag: String::new(),
                content: futures_util::stream::iter(halves).boxed(),
            }
        }))
    }
    async fn sign_upload(&self, _: &Upload<'_>) -> Result<SignedUpload, ObjectError> {
        Err(ObjectError::Changed)
    }
    async fn sign_download(&self, _: &str, _: &str, _: &str, _: Duration) -> Result<String, ObjectError> {
        Err(ObjectError::Changed)
    }
    async fn copy(&self, _: &str, _: &str, _: &str, _: &str) -> Result<(), ObjectError> {
        Err(ObjectError::Changed)
    }
    async fn put(&self, _: &str, _: &str, _: Bytes) -> Result<(), ObjectError> {
        Err(ObjectError::Changed)
    }
    async fn put_private(&self, _: &str, _: &str, _: Bytes) -> Result<(), ObjectError> {
        Err(ObjectError::Changed)
    }
    async fn delete(&self, _: &str) -> Result<(), ObjectError> {
        Err(ObjectError::Changed)
    }
    async fn erase(&self, _: &str) -> Result<(), ObjectError> {
        Err(ObjectError::Changed)
    }
}

fn id(number: u128) -> FileId {
    FileId::from_ulid(Ulid(number))
}

fn listed(number: u128, name: &str, size: u64) -> ListedFile {
    ListedFile {
        file: AttachedFile {
            id: id(number),
            name: name.to_owned(),
            content_type: "application/pdf".to_owned(),
            size,
            has_preview: false,
        },
        by: Actor::Client,
        hangs_on: "a message",
    }
}

#[tokio::test]
async fn what_does_not_fit_is_listed_with_its_sum() {
    let content = |size: usize| vec![7; size];
    let bucket = Bucket(vec![
        (id(1), content(6)),
        (id(2), content(5)),
        (id(3), content(4)),
        (id(5), content(3)),
    ]);
    let all = vec![
        listed(1, "scan.pdf", 6),
        listed(2, "scan.pdf", 5),
        listed(3, "Scan.PDF", 4),
        listed(4, "gone.pdf", 1),
        listed(5, "late.pdf", 3),
        listed(6, "later.pdf", 0),
    ];
    let limits = Limits {
        packed: 10,
        read: 17,
        opened: 5,
    };
    let (files, contents) = fetch(&bucket, all, &limits).await.unwrap();
    let names: Vec<_> = contents
        .iter()
        .map(|(name, content)| (name.as_str(), content.len()))
        .collect();
    assert_eq!(names, [("files/001-scan.pdf", 6), ("files/003-Scan.pdf", 4)]);
    let told: Vec<_> = files
        .iter()
        .map(|file| (file.left_out, file.sha256.is_some()))
        .collect();
    let told_of_all = [
        (None, true),
        // The next one, which is smaller, fits all the same.
        (Some(WhyLeftOut::TooLarge), true),
        (None, true),
        (Some(WhyLeftOut::Gone), false),
        (Some(WhyLeftOut::NotRead), false),
        (Some(WhyLeftOut::NotRead), false),
    ];
    assert_eq!(told, told_of_all);
    let sum = files[1].sha256.as_deref();
    assert_eq!(sum, Some(proconnect_packs::sha256(&content(5)).as_str()));
}
