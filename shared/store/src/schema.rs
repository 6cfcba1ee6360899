//! The table as `infra/data.yaml` declares it, for the embedded cloud and for tests. A test compares the two.

use crate::{StoreError, keys};
use aws_sdk_dynamodb::Client;
use aws_sdk_dynamodb::types::{
    AttributeDefinition, BillingMode, GlobalSecondaryIndex, KeySchemaElement, KeyType, Projection,
    ProjectionType, ScalarAttributeType, StreamSpecification, StreamViewType, TimeToLiveSpecification,
};

/// Makes the table with its indexes, stream and TTL, unless it exists.
pub async fn create_table(client: &Client, table: &str) -> Result<(), StoreError> {
    let other = |error: &dyn std::fmt::Display| StoreError::Other(error.to_string());
    if client.describe_table().table_name(table).send().await.is_ok() {
        return Ok(());
    }
    let mut request = client
        .create_table()
        .table_name(table)
        .billing_mode(BillingMode::PayPerRequest)
        .set_key_schema(Some(key_schema("pk", "sk").map_err(|error| other(&error))?))
        .stream_specification(
            StreamSpecification::builder()
                .stream_enabled(true)
                .stream_view_type(StreamViewType::NewAndOldImages)
                .build()
                .map_err(|error| other(&error))?,
        );
    for name in [
        "pk", "sk", "gsi1pk", "gsi1sk", "gsi2pk", "gsi2sk", "gsi3pk", "gsi3sk", "duepk", "duesk",
    ] {
        let attribute = AttributeDefinition::builder()
            .attribute_name(name)
            .attribute_type(ScalarAttributeType::S)
            .build()
            .map_err(|error| other(&error))?;
        request = request.attribute_definitions(attribute);
    }
    for index in [keys::GSI1, keys::GSI2, keys::GSI3, keys::DUE] {
        request = request.global_secondary_indexes(self::index(index).map_err(|error| other(&error))?);
    }
    request.send().await.map_err(StoreError::from_sdk)?;
    let ttl = TimeToLiveSpecification::builder()
        .attribute_name("ttl")
        .enabled(true)
        .build()
        .map_err(|error| other(&error))?;
    client
        .update_time_to_live()
        .table_name(table)
        .time_to_live_specification(ttl)
        .send()
        .await
        .map_err(StoreError::from_sdk)?;
    Ok(())
}

type Build<T> = Result<T, aws_sdk_dynamodb::error::BuildError>;

fn key_schema(hash: &str, range: &str) -> Build<Vec<KeySchemaElement>> {
    Ok(vec![
        KeySchemaElement::builder()
            .attribute_name(hash)
            .key_type(KeyType::Hash)
            .build()?,
        KeySchemaElement::builder()
            .attribute_name(range)
            .key_type(KeyType::Range)
            .build()?,
    ])
}

/// `gsi1` finds one thing and carries all of it; the others are lists and carry only `card`.
fn index(name: &str) -> Build<GlobalSecondaryIndex> {
    let projection = if name == keys::GSI1 {
        Projection::builder().projection_type(ProjectionType::All).build()
    } else {
        Projection::builder()
            .projection_type(ProjectionType::Include)
            .non_key_attributes("card")
            .build()
    };
    GlobalSecondaryIndex::builder()
        .index_name(name)
        .set_key_schema(Some(key_schema(&format!("{name}pk"), &format!("{name}sk"))?))
        .projection(projection)
        .build()
}
