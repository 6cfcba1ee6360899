//! The table: dynoxide on loopback, reached through the same AWS SDK client as DynamoDB.

use crate::Error;
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

pub(crate) async fn open(path: Option<&Path>) -> Result<Table, Error> {
    let database = match path {
        Some(path) => Database::new(path.to_str().ok_or("the data directory's name is not UTF-8")?),
        None => Database::memory(),
    };
    let database = database.map_err(|error| format!("table: {error}"))?;
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
    let endpoint = format!("http://{}", listener.local_addr()?);
    tokio::spawn(dynoxide::server::serve_on(listener, database.clone()));
    let config = aws_sdk_dynamodb::Config::builder()
        .behavior_version(BehaviorVersion::latest())
        .region(Region::new("local"))
        .credentials_provider(Credentials::new("local", "local", None, None, "local"))
        .endpoint_url(&endpoint)
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

/// New records of the table's stream after a checkpoint, and the next checkpoint.
pub(crate) fn records(
    database: &Database,
    checkpoint: Option<String>,
    limit: usize,
) -> Result<(Vec<serde_json::Value>, String), Error> {
    let iterator = match checkpoint {
        Some(checkpoint) => checkpoint,
        None => first_iterator(database)?,
    };
    let request = dynoxide::actions::get_records::GetRecordsRequest {
        shard_iterator: iterator,
        limit: Some(limit),
    };
    let answer = database
        .get_records(request)
        .map_err(|error| format!("stream: {error}"))?;
    let records = answer
        .records
        .iter()
        .map(serde_json::to_value)
        .collect::<Result<Vec<_>, _>>()?;
    Ok((records, answer.next_shard_iterator.ok_or("the stream has ended")?))
}

fn first_iterator(database: &Database) -> Result<String, Error> {
    use dynoxide::actions::list_streams::ListStreamsRequest;
    use dynoxide::actions::{
        describe_stream::DescribeStreamRequest, get_shard_iterator::GetShardIteratorRequest,
    };
    let wrap = |error: dynoxide::DynoxideError| Error::from(format!("stream: {error}"));
    let list = ListStreamsRequest {
        table_name: Some(TABLE.to_owned()),
        ..Default::default()
    };
    let stream = database
        .list_streams(list)
        .map_err(wrap)?
        .streams
        .into_iter()
        .next()
        .ok_or("no stream")?;
    let describe = DescribeStreamRequest {
        stream_arn: stream.stream_arn.clone(),
        ..Default::default()
    };
    let described = database
        .describe_stream(describe)
        .map_err(wrap)?
        .stream_description;
    let shard = described
        .shards
        .into_iter()
        .next()
        .ok_or("the stream has no shard")?;
    let request = GetShardIteratorRequest {
        stream_arn: stream.stream_arn,
        shard_id: shard.shard_id,
        shard_iterator_type: "TRIM_HORIZON".to_owned(),
        sequence_number: None,
    };
    database
        .get_shard_iterator(request)
        .map_err(wrap)?
        .shard_iterator
        .ok_or_else(|| "no iterator".into())
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
