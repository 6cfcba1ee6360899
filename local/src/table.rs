//! The table: dynoxide on loopback, reached through the same AWS SDK client as DynamoDB.

use crate::rights::Rights;
use crate::{Error, stream};
use aws_credential_types::Credentials;
use aws_sdk_dynamodb::config::{BehaviorVersion, Region};
use dynoxide::Database;
use std::path::Path;

/// The table's name.
pub(crate) const TABLE: &str = "proconnect-local";

/// The engine and a client to it.
pub(crate) struct Table {
    pub(crate) database: Database,
    pub(crate) client: aws_sdk_dynamodb::Client,
    /// Where it listens.
    pub(crate) endpoint: String,
}

/// Opens it; a function that calls it is held to `rights`.
pub(crate) async fn open(path: Option<&Path>, rights: Rights) -> Result<Table, Error> {
    let database = match path {
        Some(path) => Database::new(path.to_str().ok_or("the data directory's name is not UTF-8")?),
        None => Database::memory(),
    };
    let database = database.map_err(|error| format!("table: {error}"))?;
    if let Some(path) = path {
        stream::tune(path)?;
    }
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
    let endpoint = format!("http://{}", listener.local_addr()?);
    tokio::spawn(dynoxide::server::serve_on(listener, database.clone()));
    let config = aws_sdk_dynamodb::Config::builder()
        .behavior_version(BehaviorVersion::latest())
        .region(Region::new("local"))
        .credentials_provider(Credentials::new("local", "local", None, None, "local"))
        .endpoint_url(&endpoint)
        .interceptor(rights)
        .http_client(aws_smithy_http_client::Builder::new().build_http())
        .build();
    let client = aws_sdk_dynamodb::Client::from_conf(config);
    proconnect_store::create_table(&client, TABLE).await?;
    Ok(Table {
        database,
        client,
        endpoint,
    })
}
