//! The sample events of consumers, told by what is logged: each record is understood.

use crate::Lines;
use proconnect_local::{registry, samples};
use proconnect_runtime::Trigger;
use proconnect_tests::{TestApp, root};
use serde_json::{Value, json};
use tracing_subscriber::layer::SubscriberExt as _;

/// What a consumer says of a record that it does not understand.
fn unreadable(lines: &Lines) -> Vec<Value> {
    let mut lines = lines.read();
    lines.retain(|line| {
        line["message"]
            .as_str()
            .is_some_and(|text| text.contains("cannot be read"))
    });
    lines
}

async fn unreadable_of(app: &TestApp, function: &str, event: Value) -> Vec<Value> {
    let lines = Lines::default();
    let writer = lines.clone();
    let subscriber =
        tracing_subscriber::registry().with(proconnect_runtime::log_lines(move || writer.clone()));
    let _in_force = tracing::subscriber::set_default(subscriber);
    app.world.invoke(function, event).await.unwrap();
    unreadable(&lines)
}

/// The same records, as a release after this one would write them.
fn of_the_future(event: &Value) -> Value {
    let text = event
        .to_string()
        .replace(r#"\"version\":1,"#, r#"\"version\":99,"#);
    serde_json::from_str(&text).unwrap()
}

#[tokio::test]
async fn each_consumer_understands_its_own() {
    let app = TestApp::new().await;
    let mut consumers = 0;
    for function in registry::functions() {
        let with_envelopes = !(function.takes)().is_empty() || function.trigger == Trigger::Stream;
        if !with_envelopes {
            continue;
        }
        consumers += 1;
        let file = root().join(format!("events/{}.json", function.name));
        let event: Value = serde_json::from_str(&std::fs::read_to_string(file).unwrap()).unwrap();
        let records = event["Records"].as_array().unwrap().len();
        assert!(records > 0, "{}: no records", function.name);
        let found = unreadable_of(&app, function.name, event.clone()).await;
        assert_eq!(found, Vec::<Value>::new(), "{}", function.name);
        let found = unreadable_of(&app, function.name, of_the_future(&event)).await;
        assert_eq!(found.len(), records, "{}: {found:?}", function.name);
    }
    assert!(consumers >= 6, "{consumers} consumers");
}

/// Beyond the files: every fact and command, in the envelope that its consumers are sent.
#[tokio::test]
async fn each_consumer_understands_whatever_is_dispatched_to_it() {
    let app = TestApp::new().await;
    for envelope in samples::everything().unwrap() {
        let queue = envelope.queue.logical_id();
        let mut consumers = app.world.template.consumers.iter();
        let consumer = consumers.find(|consumer| consumer.queue == queue).unwrap();
        let body = serde_json::to_string(&envelope).unwrap();
        let record = json!({
            "messageId": "m-1", "receiptHandle": "r-1", "body": body, "attributes": {}, "messageAttributes": {},
            "md5OfBody": "", "eventSource": "aws:sqs", "eventSourceARN": queue, "awsRegion": "local",
        });
        let event = json!({"Records": [record]});
        let found = unreadable_of(&app, &consumer.function, event).await;
        assert_eq!(found, Vec::<Value>::new(), "{envelope:?}");
    }
}
