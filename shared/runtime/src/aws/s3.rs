//! S3 behind the port of the object store.

use aws_sdk_s3::Client;
use aws_sdk_s3::error::{DisplayErrorContext, ProvideErrorMetadata, SdkError};
use aws_sdk_s3::presigning::{PresignedRequest, PresigningConfig};
use aws_sdk_s3::types::MetadataDirective;
use bytes::Bytes;
use futures_util::StreamExt as _;
use proconnect_files::{Content, Object, ObjectError, ObjectStore, SignedUpload, Upload};
use std::time::Duration;

/// A bucket.
pub struct S3Objects {
    client: Client,
    /// Signs for the name by which browsers reach the bucket.
    signer: Client,
    bucket: String,
    /// The origin that stands in signed addresses in place of the bucket's own, such as CloudFront's.
    public: Option<String>,
}

impl S3Objects {
    /// A bucket through a client, with addresses that `signer` signs.
    pub fn new(client: Client, signer: Client, bucket: String, public: Option<String>) -> Self {
        Self {
            client,
            signer,
            bucket,
            public,
        }
    }

    /// The signed address, at the public origin. S3 gets the name that was signed from CloudFront, as its origin.
    fn address(&self, signed: &PresignedRequest) -> String {
        let address = signed.uri();
        match (
            &self.public,
            address
                .split_once("://")
                .and_then(|(_, rest)| rest.split_once('/')),
        ) {
            (Some(public), Some((_, path))) => format!("{public}/{path}"),
            _ => address.to_owned(),
        }
    }
}

/// From now on, by the system's clock: S3 compares it with its own.
fn presigning(life: Duration) -> Result<PresigningConfig, ObjectError> {
    PresigningConfig::expires_in(life).map_err(|error| ObjectError::Other(error.to_string()))
}

fn failed<E>(error: SdkError<E>) -> ObjectError
where
    E: ProvideErrorMetadata + std::error::Error + Send + Sync + 'static,
{
    match error.code() {
        Some("PreconditionFailed") => ObjectError::Changed,
        _ => ObjectError::Other(format!("S3: {}", DisplayErrorContext(error))),
    }
}

#[async_trait::async_trait]
impl ObjectStore for S3Objects {
    async fn sign_upload(&self, upload: &Upload<'_>) -> Result<SignedUpload, ObjectError> {
        let size = i64::try_from(upload.size).map_err(|error| ObjectError::Other(error.to_string()))?;
        let signed = self
            .signer
            .put_object()
            .bucket(&self.bucket)
            .key(upload.key)
            .content_type(upload.content_type)
            .content_length(size)
            .set_checksum_sha256(upload.sha256.map(str::to_owned))
            .presigned(presigning(upload.life)?)
            .await
            .map_err(failed)?;
        Ok(SignedUpload {
            url: self.address(&signed),
            headers: signed
                .headers()
                .filter(|(name, _)| !name.eq_ignore_ascii_case("host"))
                .map(|(name, value)| (name.to_owned(), value.to_owned()))
                .collect(),
        })
    }

    async fn sign_download(
        &self,
        key: &str,
        name: &str,
        content_type: &str,
        life: Duration,
    ) -> Result<String, ObjectError> {
        let signed = self
            .signer
            .get_object()
            .bucket(&self.bucket)
            .key(key)
            .response_content_disposition(disposition(name))
            .response_content_type(content_type)
            .presigned(presigning(life)?)
            .await
            .map_err(failed)?;
        Ok(self.address(&signed))
    }

    async fn open(&self, key: &str) -> Result<Option<Object>, ObjectError> {
        let opened = self
            .client
            .get_object()
            .bucket(&self.bucket)
            .key(key)
            .send()
            .await;
        let opened = match opened {
            Ok(opened) => opened,
            Err(error) if error.code() == Some("NoSuchKey") => return Ok(None),
            Err(error) => return Err(failed(error)),
        };
        let etag = opened.e_tag().unwrap_or_default().to_owned();
        let size = opened.content_length().unwrap_or_default();
        let pieces = futures_util::stream::try_unfold(opened.body, |mut body| async {
            let piece = body.try_next().await.map_err(std::io::Error::other)?;
            Ok::<_, std::io::Error>(piece.map(|piece| (piece, body)))
        });
        let content: Content = pieces.boxed();
        Ok(Some(Object {
            size: u64::try_from(size).unwrap_or_default(),
            etag,
            content,
        }))
    }

    async fn copy(&self, from: &str, etag: &str, to: &str, content_type: &str) -> Result<(), ObjectError> {
        let request = self
            .client
            .copy_object()
            .bucket(&self.bucket)
            .key(to)
            .copy_source(format!("{}/{from}", self.bucket))
            .copy_source_if_match(etag)
            .metadata_directive(MetadataDirective::Replace)
            .content_type(content_type);
        request.send().await.map(drop).map_err(failed)
    }

    async fn put(&self, key: &str, content_type: &str, content: Bytes) -> Result<(), ObjectError> {
        let request = self
            .client
            .put_object()
            .bucket(&self.bucket)
            .key(key)
            .content_type(content_type)
            .cache_control("public, max-age=31536000, immutable")
            .body(content.into());
        request.send().await.map(drop).map_err(failed)
    }

    async fn delete(&self, key: &str) -> Result<(), ObjectError> {
        let request = self.client.delete_object().bucket(&self.bucket).key(key);
        request.send().await.map(drop).map_err(failed)
    }
}

/// Downloads, never opens in the page (RFC 6266, with RFC 8187's encoding of names that are not ASCII).
fn disposition(name: &str) -> String {
    let plain: String = name
        .chars()
        .map(|letter| match letter {
            '"' | '\\' => '_',
            letter if letter.is_ascii_graphic() || letter == ' ' => letter,
            _ => '_',
        })
        .collect();
    let encoded: String = name
        .bytes()
        .map(|byte| match byte {
            byte if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) => char::from(byte).to_string(),
            byte => format!("%{byte:02X}"),
        })
        .collect();
    format!("attachment; filename=\"{plain}\"; filename*=UTF-8''{encoded}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_quoted_and_encoded() {
        assert_eq!(
            disposition("Entwürfe \"2\".pdf"),
            "attachment; filename=\"Entw_rfe _2_.pdf\"; filename*=UTF-8''Entw%C3%BCrfe%20%222%22.pdf"
        );
    }
}
