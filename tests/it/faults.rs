//! A table that does not take everything at once: calls are made again, a few times and with pauses, and then given up.

use aws_credential_types::Credentials;
use aws_sdk_dynamodb::Client;
use aws_sdk_dynamodb::config::{BehaviorVersion, Region};
use aws_smithy_runtime_api::client::http::{
    HttpClient, HttpConnector, HttpConnectorFuture, HttpConnectorSettings, SharedHttpConnector,
};
use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, HttpResponse};
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_types::body::SdkBody;
use proconnect_domain::{Email, OutboxId, SessionId, Timestamp, UserId};
use proconnect_store::{Store, StoreError, fresh_id};
use serde_json::{Value, json};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

/// In place of DynamoDB: leaves everything undone so many times, then does it.
#[derive(Debug, Clone)]
struct Throttled {
    times: usize,
    calls: Arc<Mutex<Vec<Instant>>>,
}

impl Throttled {
    fn answer(&self, target: &str, body: &Value) -> (u16, Value) {
        let mut calls = self.calls.lock().unwrap();
        calls.push(Instant::now());
        let left = (calls.len() <= self.times).then(|| body["RequestItems"].clone());
        let action = target.rsplit('.').next().unwrap();
        match (action, left) {
            ("BatchWriteItem", left) => (200, json!({"UnprocessedItems": left.unwrap_or(json!({}))})),
            ("BatchGetItem", left) => {
                let left = left.unwrap_or(json!({}));
                (200, json!({"Responses": {}, "UnprocessedKeys": left}))
            }
            ("TransactWriteItems", Some(_)) => {
                let reasons = vec![
                    json!({"Code": "TransactionConflict"});
                    body["TransactItems"].as_array().unwrap().len()
                ];
                let code = "com.amazonaws.dynamodb.v20120810#TransactionCanceledException";
                (
                    400,
                    json!({"__type": code, "Message": "x", "CancellationReasons": reasons}),
                )
            }
            ("TransactWriteItems", None) => (200, json!({})),
            other => panic!("{other:?}"),
        }
    }

    fn store(&self) -> Store {
        let config = aws_sdk_dynamodb::Config::builder()
            .behavior_version(BehaviorVersion::latest())
            .region(Region::new("local"))
            .credentials_provider(Credentials::new("local", "local", None, None, "local"))
            .endpoint_url("http://localhost")
            .http_client(self.clone())
            .build();
        Store::new(Client::from_conf(config), "table")
    }

    /// The pauses between the calls.
    fn pauses(&self) -> Vec<Duration> {
        let calls = self.calls.lock().unwrap();
        calls.windows(2).map(|pair| pair[1] - pair[0]).collect()
    }
}

impl HttpConnector for Throttled {
    fn call(&self, request: HttpRequest) -> HttpConnectorFuture {
        let target = request.headers().get("x-amz-target").unwrap().to_owned();
        let body = serde_json::from_slice(request.body().bytes().unwrap()).unwrap();
        let (status, answer) = self.answer(&target, &body);
        let response = HttpResponse::new(status.try_into().unwrap(), SdkBody::from(answer.to_string()));
        HttpConnectorFuture::ready(Ok(response))
    }
}

impl HttpClient for Throttled {
    fn http_connector(&self, _: &HttpConnectorSettings, _: &RuntimeComponents) -> SharedHttpConnector {
        SharedHttpConnector::new(self.clone())
    }
}

fn throttled(times: usize) -> Throttled {
    Throttled {
        times,
        calls: Arc::default(),
    }
}

fn now() -> Timestamp {
    Timestamp::from_millis(1_800_000_000_000)
}

async fn clear(store: &Store) -> Result<(), StoreError> {
    let ids: Vec<OutboxId> = (0..3).map(|_| fresh_id(now()).unwrap()).collect();
    store.outbox().clear(&ids).await
}

async fn read_batch(store: &Store) -> Result<(), StoreError> {
    let email = Email::parse("ada@example.com").unwrap();
    store.users().holder(&email).await.map(|_| ())
}

async fn commit(store: &Store) -> Result<(), StoreError> {
    let (user, session): (UserId, SessionId) = (fresh_id(now()).unwrap(), fresh_id(now()).unwrap());
    store.sessions().end(user, session, None, None, now()).await
}

/// What each kind of call does against a table that gives way after so many times.
macro_rules! gives_way {
    ($call:ident) => {{
        let table = throttled(2);
        $call(&table.store()).await.unwrap();
        let pauses = table.pauses();
        assert_eq!(pauses.len(), 2, "two were refused, one was not");
        // Half of each pause is certain, and the second is twice as long.
        let least = [Duration::from_millis(10), Duration::from_millis(20)];
        assert!(
            pauses.iter().zip(least).all(|(pause, least)| *pause >= least),
            "{pauses:?}"
        );

        let table = throttled(usize::MAX);
        let outcome = $call(&table.store()).await;
        assert!(matches!(outcome, Err(StoreError::Busy)), "{outcome:?}");
        let pauses = table.pauses();
        assert!((4..=6).contains(&pauses.len()), "{pauses:?}");
    }};
}

#[tokio::test]
async fn deletions_that_were_left_over_are_made_again() {
    gives_way!(clear);
}

#[tokio::test]
async fn reads_that_were_left_over_are_made_again() {
    gives_way!(read_batch);
}

#[tokio::test]
async fn transactions_that_collided_are_made_again() {
    gives_way!(commit);
}
