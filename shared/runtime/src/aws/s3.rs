//! S3 behind the port of the object store: addresses that are signed, for browsers and for ourselves.
//!
//! rusty-s3 signs, hyper sends: the SDK's client of S3 makes a function a megabyte larger. Nothing is tried again here; who
//! calls is tried again as a whole (a queue's message, the next run of the timers).

use bytes::Bytes;
use futures_util::{StreamExt as _, TryStreamExt as _};
use http::{Method, Request, Response, StatusCode, header};
use http_body_util::{BodyDataStream, BodyExt as _, Full};
use hyper::body::Incoming;
use hyper_rustls::HttpsConnector;
use hyper_util::client::legacy::{Client, connect::HttpConnector};
use hyper_util::rt::TokioExecutor;
use proconnect_files::{Object, ObjectError, ObjectStore, SignedUpload, Upload};
use rusty_s3::{Bucket, Credentials, S3Action, UrlStyle};
use std::sync::OnceLock;
use std::time::Duration;

/// How long an address for ourselves is good: it is used at once.
const AT_ONCE: Duration = Duration::from_secs(60);

/// More versions of one upload than anybody sends within the hour in which its address is good.
const VERSIONS: u32 = 100;

type Http = Client<HttpsConnector<HttpConnector>, Full<Bytes>>;

/// A bucket.
pub struct S3Objects {
    bucket: Bucket,
    /// By the name by which browsers reach it.
    signer: Bucket,
    credentials: Credentials,
    /// The origin that stands in signed addresses in place of the bucket's own, such as CloudFront's.
    public: Option<String>,
    /// Most functions only sign.
    http: OnceLock<Http>,
}

fn other(error: impl std::fmt::Display) -> ObjectError {
    ObjectError::Other(error.to_string())
}

impl S3Objects {
    /// A bucket, by its name.
    ///
    /// With an `endpoint`, the name is part of the path; S3's own is reached by a name in the host. Browsers' addresses are
    /// signed for `signed_for` if it is another endpoint, and show `public` in place of their origin.
    pub fn new(
        name: &str,
        region: &str,
        credentials: Credentials,
        (endpoint, signed_for): (Option<&str>, Option<&str>),
        public: Option<String>,
    ) -> Result<Self, crate::HandlerError> {
        let bucket = |endpoint: Option<&str>| -> Result<Bucket, crate::HandlerError> {
            let (url, style) = match endpoint {
                Some(url) => (url.to_owned(), UrlStyle::Path),
                None => (
                    format!("https://s3.{region}.amazonaws.com"),
                    UrlStyle::VirtualHost,
                ),
            };
            Ok(Bucket::new(
                url.parse()?,
                style,
                name.to_owned(),
                region.to_owned(),
            )?)
        };
        Ok(Self {
            bucket: bucket(endpoint)?,
            signer: bucket(signed_for.or(endpoint))?,
            credentials,
            public,
            http: OnceLock::new(),
        })
    }

    /// The signed address, at the public origin. S3 gets the name that was signed from CloudFront, as its origin.
    fn address(&self, signed: &url::Url) -> String {
        match &self.public {
            Some(public) => format!("{public}{}?{}", signed.path(), signed.query().unwrap_or_default()),
            None => signed.to_string(),
        }
    }

    fn http(&self) -> Result<&Http, ObjectError> {
        if let Some(http) = self.http.get() {
            return Ok(http);
        }
        let provider = rustls::crypto::ring::default_provider();
        let connector = hyper_rustls::HttpsConnectorBuilder::new()
            .with_provider_and_native_roots(provider)
            .map_err(other)?
            .https_or_http()
            .enable_http1()
            .build();
        let client = Client::builder(TokioExecutor::new()).build(connector);
        Ok(self.http.get_or_init(|| client))
    }

    /// Sends a request to a signed address. What was signed as a header is sent as one.
    async fn send(
        &self,
        method: Method,
        url: url::Url,
        headers: &[(&str, &str)],
        content: Bytes,
    ) -> Result<Response<Incoming>, ObjectError> {
        let mut request = Request::builder().method(method).uri(url.as_str());
        // S3 wants a length even of nothing, and hyper leaves that one out.
        request = request.header(header::CONTENT_LENGTH, content.len());
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let request = request.body(Full::new(content)).map_err(other)?;
        self.http()?.request(request).await.map_err(other)
    }
}

/// Nothing, or why it was refused.
async fn done(response: Response<Incoming>) -> Result<(), ObjectError> {
    let status = response.status();
    // The answer is read whole, so that the connection can be used again. A copy that fails midway is a 200 with an error.
    let body = response.into_body().collect().await.map_err(other)?.to_bytes();
    let text = String::from_utf8_lossy(&body);
    match status {
        StatusCode::PRECONDITION_FAILED => Err(ObjectError::Changed),
        status if status.is_success() && !text.contains("<Error>") => Ok(()),
        status => Err(ObjectError::Other(format!(
            "S3: {status} {}",
            text.chars().take(300).collect::<String>()
        ))),
    }
}

#[async_trait::async_trait]
impl ObjectStore for S3Objects {
    async fn sign_upload(&self, upload: &Upload<'_>) -> Result<SignedUpload, ObjectError> {
        let mut headers = vec![
            ("content-type".to_owned(), upload.content_type.to_owned()),
            ("content-length".to_owned(), upload.size.to_string()),
        ];
        headers.extend(
            upload
                .sha256
                .map(|sha256| ("x-amz-checksum-sha256".to_owned(), sha256.to_owned())),
        );
        let mut action = self.signer.put_object(Some(&self.credentials), upload.key);
        for (name, value) in &headers {
            action.headers_mut().insert(name.clone(), value.clone());
        }
        let url = self.address(&action.sign(upload.life));
        Ok(SignedUpload { url, headers })
    }

    async fn sign_download(
        &self,
        key: &str,
        name: &str,
        content_type: &str,
        life: Duration,
    ) -> Result<String, ObjectError> {
        let mut action = self.signer.get_object(Some(&self.credentials), key);
        let query = action.query_mut();
        query.insert("response-content-disposition", disposition(name));
        query.insert("response-content-type", content_type.to_owned());
        Ok(self.address(&action.sign(life)))
    }

    async fn open(&self, key: &str) -> Result<Option<Object>, ObjectError> {
        let url = self.bucket.get_object(Some(&self.credentials), key).sign(AT_ONCE);
        let response = self.send(Method::GET, url, &[], Bytes::new()).await?;
        if response.status() == StatusCode::NOT_FOUND {
            return Ok(None);
        }
        if !response.status().is_success() {
            done(response).await?;
            return Err(other("S3: no content"));
        }
        let text = |name| response.headers().get(name).and_then(|value| value.to_str().ok());
        let size = text(header::CONTENT_LENGTH).and_then(|size| size.parse().ok());
        let etag = text(header::ETAG).unwrap_or_default().to_owned();
        Ok(Some(Object {
            size: size.ok_or_else(|| other("S3: an object of no length"))?,
            etag,
            content: BodyDataStream::new(response.into_body())
                .map_err(std::io::Error::other)
                .boxed(),
        }))
    }

    async fn copy(&self, from: &str, etag: &str, to: &str, content_type: &str) -> Result<(), ObjectError> {
        let source = format!("/{}/{from}", self.bucket.name());
        let headers = [
            ("x-amz-copy-source", source.as_str()),
            ("x-amz-copy-source-if-match", etag),
            ("x-amz-metadata-directive", "REPLACE"),
            ("content-type", content_type),
        ];
        self.put_with(to, &headers, Bytes::new()).await
    }

    async fn put(&self, key: &str, content_type: &str, content: Bytes) -> Result<(), ObjectError> {
        let headers = [
            ("content-type", content_type),
            // A day: so long may a picture that was taken back still be shown by who has seen it.
            ("cache-control", "public, max-age=86400"),
        ];
        self.put_with(key, &headers, content).await
    }

    async fn put_private(&self, key: &str, content_type: &str, content: Bytes) -> Result<(), ObjectError> {
        let headers = [
            ("content-type", content_type),
            ("cache-control", "private, no-store"),
        ];
        self.put_with(key, &headers, content).await
    }

    async fn delete(&self, key: &str) -> Result<(), ObjectError> {
        self.delete_version(key, None).await
    }

    async fn erase(&self, key: &str) -> Result<(), ObjectError> {
        // With the newest version gone, the one before it is the object again.
        for _ in 0..VERSIONS {
            if !self.erase_newest(key).await? {
                return Ok(());
            }
        }
        Err(other("S3: versions keep coming"))
    }
}

impl S3Objects {
    /// Whether there was something to erase.
    async fn erase_newest(&self, key: &str) -> Result<bool, ObjectError> {
        let url = self
            .bucket
            .head_object(Some(&self.credentials), key)
            .sign(AT_ONCE);
        let response = self.send(Method::HEAD, url, &[], Bytes::new()).await?;
        if response.status() == StatusCode::NOT_FOUND {
            return Ok(false);
        }
        let version = response.headers().get("x-amz-version-id").cloned();
        done(response).await?;
        self.delete_version(key, version.as_ref().and_then(|version| version.to_str().ok()))
            .await?;
        Ok(true)
    }
}

impl S3Objects {
    /// Without a version, a bucket that keeps them only marks the object as deleted.
    async fn delete_version(&self, key: &str, version: Option<&str>) -> Result<(), ObjectError> {
        let mut action = self.bucket.delete_object(Some(&self.credentials), key);
        if let Some(version) = version {
            action.query_mut().insert("versionId", version.to_owned());
        }
        let response = self
            .send(Method::DELETE, action.sign(AT_ONCE), &[], Bytes::new())
            .await?;
        if response.status() == StatusCode::NOT_FOUND {
            return Ok(());
        }
        done(response).await
    }

    async fn put_with(&self, key: &str, headers: &[(&str, &str)], content: Bytes) -> Result<(), ObjectError> {
        let mut action = self.bucket.put_object(Some(&self.credentials), key);
        for (name, value) in headers {
            action
                .headers_mut()
                .insert((*name).to_owned(), (*value).to_owned());
        }
        let url = action.sign(AT_ONCE);
        done(self.send(Method::PUT, url, headers, content).await?).await
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
