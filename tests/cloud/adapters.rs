//! The adapters to AWS, called as functions call them, for `tests/cloud/adapters.py`: does one thing with one port and
//! prints what came of it as JSON. Settings come from the environment, as a function's do.

use proconnect_domain::{OutboxId, TypedId};
use proconnect_files::{ObjectError, ObjectStore, Upload};
use proconnect_messaging::{Delivery, Envelope, Mail, QueueName};
use proconnect_runtime::{Config, api_gateway_push, s3_objects, ses_mailer, sqs_queue};
use serde_json::{Value, json};
use std::time::Duration;

type Error = Box<dyn std::error::Error + Send + Sync>;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Error> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let config = Config::load().await?;
    let result = match arguments.as_slice() {
        ["queue", count] => queue(&config, count.parse()?).await?,
        ["mail", to] => mail(&config, to).await?,
        ["objects"] => objects(&*s3_objects(&config)?).await?,
        ["sign", key, content_type, size, sha256] => {
            sign(&*s3_objects(&config)?, key, content_type, size.parse()?, sha256).await?
        }
        ["push", connection, frame] => push(&config, connection, frame).await?,
        ["close", connection] => close(&config, connection).await?,
        other => return Err(format!("no such check: {other:?}").into()),
    };
    println!("{result}");
    Ok(())
}

/// So many jobs for the queue of mails and for that of payments, which is FIFO and here has three groups.
async fn queue(config: &Config, count: u128) -> Result<Value, Error> {
    let envelope = |place: u128, queue: QueueName| {
        let fifo = queue == QueueName::Payments;
        let id = OutboxId::from_ulid(ulid::Ulid(place + 1));
        Envelope {
            version: proconnect_messaging::VERSION,
            id,
            kind: "check".to_owned(),
            queue,
            cause: proconnect_events::Cause::new("check"),
            actor: proconnect_events::Actor::Platform,
            group: fifo.then(|| format!("group-{}", place % 3)),
            deduplication_id: fifo.then(|| id.to_string()),
            body: json!({"place": place as u64}),
        }
    };
    let mixed = (0..count)
        .flat_map(|place| [QueueName::Email, QueueName::Payments].map(|queue| envelope(place, queue)));
    let mut envelopes: Vec<_> = mixed.collect();
    // Twice: what was sent before is dropped by its deduplication id, for five minutes.
    envelopes.push(envelope(0, QueueName::Payments));
    // A queue that this function was not given.
    envelopes.push(envelope(0, QueueName::Bids));
    let sent = sqs_queue(config)?.send(&envelopes).await;
    let failures: Vec<_> = envelopes
        .iter()
        .zip(&sent)
        .filter_map(|(envelope, result)| Some(json!([envelope.queue, result.as_ref().err()?.to_string()])))
        .collect();
    Ok(json!({"sent": sent.iter().filter(|result| result.is_ok()).count(), "failures": failures}))
}

async fn mail(config: &Config, to: &str) -> Result<Value, Error> {
    let mail = Mail {
        to: to.to_owned(),
        subject: "Grüße & <Fragen>".to_owned(),
        text: "Zwei\nZeilen".to_owned(),
        html: "<p>Zwei<br>Zeilen</p>".to_owned(),
        headers: vec![(
            "List-Unsubscribe-Post".to_owned(),
            "List-Unsubscribe=One-Click".to_owned(),
        )],
    };
    let sent = ses_mailer(config)?.send(&mail).await;
    Ok(json!({"error": sent.err().map(|error| error.to_string())}))
}

/// An object's life: put, opened, copied on condition, deleted.
async fn objects(objects: &dyn ObjectStore) -> Result<Value, Error> {
    let (from, to) = ("uploads/contract", "files/contract");
    objects.put(from, "text/plain", "some content".into()).await?;
    let opened = objects.open(from).await?.ok_or("what was put is not there")?;
    let (size, etag) = (opened.size, opened.etag);
    let copied = objects.copy(from, &etag, to, "application/pdf").await;
    let changed = objects
        .copy(from, "\"another\"", "files/changed", "text/plain")
        .await;
    let missing = objects.open("files/nothing").await?.is_none();
    let download = objects
        .sign_download(to, "Entwurf „2“.pdf", "application/pdf", Duration::from_secs(60))
        .await?;
    for _ in 0..2 {
        objects.delete(from).await?;
    }
    Ok(json!({
        "size": size,
        "copied": copied.is_ok(),
        "changed": matches!(changed, Err(ObjectError::Changed)),
        "missing": missing,
        "deleted": objects.open(from).await?.is_none(),
        "download": download,
    }))
}

/// A signed address for one upload, and the headers that go with it.
async fn sign(
    objects: &dyn ObjectStore,
    key: &str,
    content_type: &str,
    size: u64,
    sha256: &str,
) -> Result<Value, Error> {
    let upload = Upload {
        key,
        content_type,
        size,
        sha256: Some(sha256),
        life: Duration::from_secs(60),
    };
    let signed = objects.sign_upload(&upload).await?;
    Ok(json!({"url": signed.url, "headers": signed.headers}))
}

async fn push(config: &Config, connection: &str, frame: &str) -> Result<Value, Error> {
    let delivery = api_gateway_push(config)?.post(connection, frame).await?;
    Ok(json!({"gone": delivery == Delivery::Gone}))
}

async fn close(config: &Config, connection: &str) -> Result<Value, Error> {
    api_gateway_push(config)?.close(connection).await?;
    Ok(json!({}))
}
