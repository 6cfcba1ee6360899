//! The table: dynoxide on loopback, reached through the same AWS SDK client as DynamoDB.

use crate::rights::Rights;
use crate::{Error, stream};
use aws_credential_types::Credentials;
use aws_sdk_dynamodb::config::{BehaviorVersion, Region};
use aws_sdk_dynamodb::types::AttributeValue;
use dynoxide::Database;
use std::collections::HashMap;
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

impl crate::World {
    /// The table as the engine has it.
    pub async fn describe_table(&self) -> Result<aws_sdk_dynamodb::types::TableDescription, Error> {
        let answer = self.table.describe_table().table_name(TABLE).send().await?;
        answer.table.ok_or_else(|| "no table".into())
    }

    /// The table's name and a client to its engine: for tests of what the engine itself refuses.
    pub fn engine(&self) -> (&'static str, &aws_sdk_dynamodb::Client) {
        (TABLE, &self.table)
    }

    /// Writes an item as it is, as another release may have left it: for tests.
    pub async fn put(&self, item: HashMap<String, AttributeValue>) -> Result<(), Error> {
        let put = self.table.put_item().table_name(TABLE).set_item(Some(item));
        put.send().await?;
        Ok(())
    }

    /// Everything that the table holds: for tests that look for what must not be there.
    #[expect(
        clippy::disallowed_methods,
        reason = "no pattern of the product: only the whole table shows that something is nowhere"
    )]
    pub async fn items(&self) -> Result<Vec<HashMap<String, AttributeValue>>, Error> {
        let pages = self.table.scan().table_name(TABLE).into_paginator();
        Ok(pages.items().send().collect::<Result<_, _>>().await?)
    }
}
