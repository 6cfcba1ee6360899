//! The embedded table refuses what DynamoDB refuses: one test for each limit (developer guide, "Quotas in Amazon DynamoDB" and
//! "Constraints"; API reference of each call).

use aws_sdk_dynamodb::Client;
use aws_sdk_dynamodb::error::{ProvideErrorMetadata, SdkError};
use aws_sdk_dynamodb::types::{
    AttributeValue, Delete, KeysAndAttributes, Put, PutRequest, TransactWriteItem, WriteRequest,
};
use proconnect_tests::TestApp;
use std::collections::HashMap;

type Item = HashMap<String, AttributeValue>;

fn text(value: impl Into<String>) -> AttributeValue {
    AttributeValue::S(value.into())
}

fn key(pk: impl Into<String>, sk: impl Into<String>) -> Item {
    HashMap::from([("pk".to_owned(), text(pk)), ("sk".to_owned(), text(sk))])
}

fn with(mut item: Item, value: AttributeValue) -> Item {
    item.insert("v".to_owned(), value);
    item
}

fn code<T, E: ProvideErrorMetadata, R>(outcome: Result<T, SdkError<E, R>>) -> Option<String> {
    let error = outcome.err()?;
    Some(error.code().unwrap_or("none").to_owned())
}

const REFUSED: Option<&str> = Some("ValidationException");

async fn put(client: &Client, table: &str, item: Item) -> Option<String> {
    code(
        client
            .put_item()
            .table_name(table)
            .set_item(Some(item))
            .send()
            .await,
    )
}

fn transact_put(table: &str, item: Item) -> TransactWriteItem {
    let put = Put::builder()
        .table_name(table)
        .set_item(Some(item))
        .build()
        .unwrap();
    TransactWriteItem::builder().put(put).build()
}

async fn transact(client: &Client, writes: Vec<TransactWriteItem>) -> Option<String> {
    code(
        client
            .transact_write_items()
            .set_transact_items(Some(writes))
            .send()
            .await,
    )
}

#[tokio::test]
async fn an_item_has_at_most_400_kb() {
    let app = TestApp::new().await;
    let (table, client) = app.world.engine();
    // Names count as well: `pk`, `sk` and `v`, and the two letters of the keys.
    let room = 400 * 1024 - "pk".len() - "sk".len() - "v".len() - 2;
    let item = |length: usize| with(key("a", "b"), text("x".repeat(length)));
    assert_eq!(put(client, table, item(room)).await, None);
    assert_eq!(put(client, table, item(room + 1)).await.as_deref(), REFUSED);
}

#[tokio::test]
async fn keys_have_a_length_and_are_never_empty() {
    let app = TestApp::new().await;
    let (table, client) = app.world.engine();
    let long = |length: usize| "x".repeat(length);
    assert_eq!(put(client, table, key(long(2048), long(1024))).await, None);
    for (pk, sk) in [
        (long(2049), long(1)),
        (long(1), long(1025)),
        (String::new(), long(1)),
        (long(1), String::new()),
    ] {
        assert_eq!(
            put(client, table, key(&pk, &sk)).await.as_deref(),
            REFUSED,
            "{} {}",
            pk.len(),
            sk.len()
        );
    }
    // An index's key too: an empty text in one refuses the whole item.
    let mut indexed = key("a", "b");
    indexed.insert("gsi1pk".to_owned(), text(""));
    indexed.insert("gsi1sk".to_owned(), text("x"));
    assert_eq!(put(client, table, indexed).await.as_deref(), REFUSED);
}

#[tokio::test]
async fn numbers_have_38_digits_and_sets_are_not_empty() {
    let app = TestApp::new().await;
    let (table, client) = app.world.engine();
    let number = |digits: usize| with(key("a", "b"), AttributeValue::N("1".repeat(digits)));
    assert_eq!(put(client, table, number(38)).await, None);
    assert_eq!(put(client, table, number(39)).await.as_deref(), REFUSED);
    let none = with(key("a", "b"), AttributeValue::Ss(Vec::new()));
    assert_eq!(put(client, table, none).await.as_deref(), REFUSED);
}

#[tokio::test]
async fn nesting_is_at_most_32_levels() {
    let app = TestApp::new().await;
    let (table, client) = app.world.engine();
    let nested = |levels: usize| (0..levels).fold(text("x"), |inner, _| AttributeValue::L(vec![inner]));
    assert_eq!(put(client, table, with(key("a", "b"), nested(31))).await, None);
    assert_eq!(
        put(client, table, with(key("a", "b"), nested(33)))
            .await
            .as_deref(),
        REFUSED
    );
}

#[tokio::test]
async fn a_transaction_has_at_most_100_actions_on_100_items_and_4_mb() {
    let app = TestApp::new().await;
    let (table, client) = app.world.engine();
    let puts = |count: usize, length: usize| -> Vec<_> {
        let item = |number: usize| with(key("t", number.to_string()), text("x".repeat(length)));
        (0..count)
            .map(|number| transact_put(table, item(number)))
            .collect()
    };
    assert_eq!(transact(client, puts(100, 1)).await, None);
    assert_eq!(transact(client, puts(101, 1)).await.as_deref(), REFUSED);
    assert_eq!(transact(client, puts(11, 390 * 1024)).await.as_deref(), REFUSED);
    let twice = vec![
        transact_put(table, key("a", "b")),
        transact_put(table, key("a", "b")),
    ];
    assert_eq!(transact(client, twice).await.as_deref(), REFUSED);
    let delete = Delete::builder()
        .table_name(table)
        .set_key(Some(key("a", "b")))
        .build()
        .unwrap();
    let delete = TransactWriteItem::builder().delete(delete).build();
    assert_eq!(
        transact(client, vec![transact_put(table, key("a", "b")), delete])
            .await
            .as_deref(),
        REFUSED
    );
    assert_eq!(transact(client, Vec::new()).await.as_deref(), REFUSED);
}

#[tokio::test]
async fn batches_write_25_and_get_100() {
    let app = TestApp::new().await;
    let (table, client) = app.world.engine();
    let write = |number: usize| {
        let put = PutRequest::builder()
            .set_item(Some(key("t", number.to_string())))
            .build()
            .unwrap();
        WriteRequest::builder().put_request(put).build()
    };
    for (count, expected) in [(25, None), (26, REFUSED)] {
        let requests = (0..count).map(write).collect();
        let outcome = client
            .batch_write_item()
            .request_items(table, requests)
            .send()
            .await;
        assert_eq!(code(outcome).as_deref(), expected, "{count}");
    }
    let read = |keys: Vec<Item>| KeysAndAttributes::builder().set_keys(Some(keys)).build().unwrap();
    for (count, expected) in [(100, None), (101, REFUSED)] {
        let keys = (0..count)
            .map(|number: usize| key("t", number.to_string()))
            .collect();
        let outcome = client
            .batch_get_item()
            .request_items(table, read(keys))
            .send()
            .await;
        assert_eq!(code(outcome).as_deref(), expected, "{count}");
    }
    let twice = read(vec![key("t", "1"), key("t", "1")]);
    let outcome = client.batch_get_item().request_items(table, twice).send().await;
    assert_eq!(code(outcome).as_deref(), REFUSED);
}

#[tokio::test]
async fn an_expression_has_at_most_4_kb() {
    let app = TestApp::new().await;
    let (table, client) = app.world.engine();
    let condition = |times: usize| vec!["attribute_not_exists(pk)"; times].join(" OR ");
    for (times, expected) in [(100, None), (200, REFUSED)] {
        let put = client
            .put_item()
            .table_name(table)
            .set_item(Some(key("e", times.to_string())));
        let outcome = put.condition_expression(condition(times)).send().await;
        assert_eq!(code(outcome).as_deref(), expected, "{times}");
    }
}

#[tokio::test]
async fn a_page_has_at_most_1_mb() {
    let app = TestApp::new().await;
    let (table, client) = app.world.engine();
    for number in 0..4 {
        let item = with(key("p", number.to_string()), text("x".repeat(390 * 1024)));
        assert_eq!(put(client, table, item).await, None);
    }
    let query = client
        .query()
        .table_name(table)
        .key_condition_expression("pk = :pk");
    let page = query
        .expression_attribute_values(":pk", text("p"))
        .send()
        .await
        .unwrap();
    assert!((2..=3).contains(&page.count), "{} of 390 KB", page.count);
    assert!(page.last_evaluated_key.is_some());
}
