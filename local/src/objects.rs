//! The object store: S3's API over a folder, on loopback for the functions and on the public port for browsers.

use crate::Error;
use axum::body::Body;
use axum::extract::Request;
use axum::http::{HeaderMap, Method, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use hyper_util::rt::{TokioExecutor, TokioIo};
use hyper_util::server::conn::auto::Builder;
use proconnect_files::ObjectStore;
use proconnect_runtime::S3Objects;
use rusty_s3::Credentials;
use s3s::auth::SimpleAuth;
use s3s::service::{S3Service, S3ServiceBuilder};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The bucket: a folder in the store's folder, and the first part of a path.
pub(crate) const BUCKET: &str = "proconnect-local-files";

/// S3's limits of a request that puts an object (user guide, "Object key names", "Object metadata", "Uploading objects"): the
/// key 1,024 bytes, user-defined metadata 2 KB, all headers 8 KB, the content 5 GB in one piece.
const LONGEST_KEY: usize = 1024;
const MOST_METADATA: usize = 2 * 1024;
const MOST_HEADERS: usize = 8 * 1024;
const MOST_CONTENT: u64 = 5 * 1024 * 1024 * 1024;

/// What S3 would refuse a request for, as its error code.
fn refusal(uri: &Uri, headers: &HeaderMap) -> Option<&'static str> {
    let length = |prefix: &str| -> usize {
        let matching = headers
            .iter()
            .filter(|(name, _)| name.as_str().starts_with(prefix));
        matching
            .map(|(name, value)| name.as_str().len() - prefix.len() + value.len())
            .sum()
    };
    let key = uri
        .path()
        .trim_start_matches('/')
        .split_once('/')
        .map_or("", |(_, key)| key);
    let content = headers
        .get("content-length")
        .and_then(|size| size.to_str().ok()?.parse::<u64>().ok());
    match () {
        () if percent_decoded_length(key) > LONGEST_KEY => Some("KeyTooLongError"),
        () if length("x-amz-meta-") > MOST_METADATA => Some("MetadataTooLarge"),
        () if length("") > MOST_HEADERS => Some("RequestHeaderSectionTooLarge"),
        () if content.is_some_and(|size| size > MOST_CONTENT) => Some("EntityTooLarge"),
        () => None,
    }
}

/// How many bytes a path is once its `%xx` are read.
fn percent_decoded_length(path: &str) -> usize {
    path.len() - 2 * path.matches('%').count()
}

/// S3's answer to what it refuses.
fn refused(code: &str) -> axum::http::Response<s3s::Body> {
    let body = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Error><Code>{code}</Code><Message>{code}</Message></Error>"
    );
    let mut response = axum::http::Response::new(s3s::Body::from(body));
    *response.status_mut() = StatusCode::BAD_REQUEST;
    response
}

/// The store.
#[derive(Clone)]
pub(crate) struct Objects {
    service: S3Service,
    folder: PathBuf,
    /// Where it listens on loopback.
    pub(crate) endpoint: String,
}

impl Objects {
    /// Serves a folder.
    pub(crate) async fn serve(root: &Path) -> Result<Self, Error> {
        std::fs::create_dir_all(root.join(BUCKET))?;
        let files = s3s_fs::FileSystem::new(root).map_err(|error| format!("object store: {error:?}"))?;
        let mut builder = S3ServiceBuilder::new(files);
        builder.set_auth(SimpleAuth::from_single("local", "local"));
        let service = builder.build();
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
        let endpoint = format!("http://{}", listener.local_addr()?);
        tokio::spawn(accept(listener, service.clone()));
        Ok(Self {
            service,
            folder: root.join(BUCKET),
            endpoint,
        })
    }

    /// The folder that holds the bucket.
    pub(crate) fn root(&self) -> &Path {
        self.folder.parent().unwrap_or(&self.folder)
    }

    /// The keys of all objects, in order.
    pub(crate) fn keys(&self) -> Result<Vec<String>, Error> {
        let mut keys = Vec::new();
        let mut folders = vec![self.folder.clone()];
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder)? {
                let path = entry?.path();
                if path.is_dir() {
                    folders.push(path);
                } else {
                    keys.push(path.strip_prefix(&self.folder)?.to_string_lossy().into_owned());
                }
            }
        }
        keys.sort();
        Ok(keys)
    }

    /// The port to it. Addresses are signed for the public origin.
    pub(crate) fn port(&self, public_url: &str) -> Result<Arc<dyn ObjectStore>, Error> {
        let credentials = Credentials::new("local", "local");
        let endpoints = (Some(self.endpoint.as_str()), Some(public_url));
        Ok(Arc::new(S3Objects::new(
            BUCKET,
            "local",
            credentials,
            endpoints,
            None,
        )?))
    }

    /// Answers a signed request of a browser. When it has written an object, `created` hears of its key and size.
    pub(crate) async fn answer(&self, request: Request, created: impl FnOnce(&str, u64)) -> Response {
        if let Some(code) = refusal(request.uri(), request.headers()) {
            return refused(code).map(Body::new);
        }
        let is_put = request.method() == Method::PUT;
        let prefix = format!("/{BUCKET}/");
        let key = request
            .uri()
            .path()
            .strip_prefix(&prefix)
            .unwrap_or_default()
            .to_owned();
        let size = request
            .headers()
            .get("content-length")
            .and_then(|size| size.to_str().ok()?.parse().ok());
        match self.service.call(request.map(s3s::Body::http_body_unsync)).await {
            Ok(response) => {
                if is_put && response.status().is_success() {
                    created(&key, size.unwrap_or_default());
                }
                response.map(Body::new)
            }
            Err(error) => {
                tracing::debug!(error = ?error, "object store");
                StatusCode::BAD_REQUEST.into_response()
            }
        }
    }
}

async fn accept(listener: tokio::net::TcpListener, service: S3Service) {
    while let Ok((socket, _)) = listener.accept().await {
        let service = service.clone();
        tokio::spawn(async move {
            let server = Builder::new(TokioExecutor::new());
            let limited =
                hyper::service::service_fn(|request: axum::http::Request<hyper::body::Incoming>| {
                    let service = service.clone();
                    async move {
                        match refusal(request.uri(), request.headers()) {
                            Some(code) => Ok(refused(code)),
                            None => service.call(request.map(s3s::Body::from)).await,
                        }
                    }
                });
            if let Err(error) = server.serve_connection(TokioIo::new(socket), limited).await {
                tracing::debug!(error = %error, "object store connection");
            }
        });
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use axum::http::HeaderName;

    fn refused_with(key: &str, headers: &[(&str, &str)]) -> Option<&'static str> {
        let mut map = HeaderMap::new();
        for (name, value) in headers {
            map.insert(name.parse::<HeaderName>().unwrap(), value.parse().unwrap());
        }
        refusal(&format!("/bucket/{key}").parse().unwrap(), &map)
    }

    #[test]
    fn a_request_is_refused_as_s3_refuses_it() {
        let long = |letters: usize| "x".repeat(letters);
        assert_eq!(refused_with(&long(1024), &[]), None);
        assert_eq!(refused_with(&long(1025), &[]), Some("KeyTooLongError"));
        assert_eq!(refused_with(&"%20".repeat(1024), &[]), None);
        assert_eq!(refused_with(&"%20".repeat(1025), &[]), Some("KeyTooLongError"));
        assert_eq!(refused_with("k", &[("x-amz-meta-name", &long(2044))]), None);
        assert_eq!(
            refused_with("k", &[("x-amz-meta-name", &long(2045))]),
            Some("MetadataTooLarge")
        );
        assert_eq!(refused_with("k", &[("content-disposition", &long(8173))]), None);
        assert_eq!(
            refused_with("k", &[("content-disposition", &long(8174))]),
            Some("RequestHeaderSectionTooLarge")
        );
        assert_eq!(refused_with("k", &[("content-length", "5368709120")]), None);
        assert_eq!(
            refused_with("k", &[("content-length", "5368709121")]),
            Some("EntityTooLarge")
        );
    }
}
