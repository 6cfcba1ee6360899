//! The object store: S3's API on loopback over a folder.

use crate::Error;
use hyper_util::rt::{TokioExecutor, TokioIo};
use hyper_util::server::conn::auto::Builder;
use s3s::auth::SimpleAuth;
use s3s::service::S3ServiceBuilder;
use std::path::Path;

/// Serves the folder; answers the endpoint. The bucket is a folder in it.
pub(crate) async fn serve(root: &Path, bucket: &str) -> Result<String, Error> {
    std::fs::create_dir_all(root.join(bucket))?;
    let files = s3s_fs::FileSystem::new(root).map_err(|error| format!("object store: {error:?}"))?;
    let mut builder = S3ServiceBuilder::new(files);
    builder.set_auth(SimpleAuth::from_single("local", "local"));
    let service = builder.build();
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
    let endpoint = format!("http://{}", listener.local_addr()?);
    tokio::spawn(async move {
        while let Ok((socket, _)) = listener.accept().await {
            let service = service.clone();
            tokio::spawn(async move {
                let server = Builder::new(TokioExecutor::new());
                if let Err(error) = server.serve_connection(TokioIo::new(socket), service).await {
                    tracing::debug!(error = %error, "object store connection");
                }
            });
        }
    });
    Ok(endpoint)
}
