//! The object store: S3's API over a folder, on loopback for the functions and on the public port for browsers.

use crate::Error;
use axum::body::Body;
use axum::extract::Request;
use axum::http::{Method, StatusCode};
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
            if let Err(error) = server.serve_connection(TokioIo::new(socket), service).await {
                tracing::debug!(error = %error, "object store connection");
            }
        });
    }
}
