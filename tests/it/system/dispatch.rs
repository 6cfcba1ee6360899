use proconnect_domain::{OutboxId, TaskId, Timestamp, UserId};
use proconnect_events::{Actor, Cause, Fact};
use proconnect_messaging::OutboxRecord;
use proconnect_tests::TestApp;
use serde_json::{Value, json};

const ID: &str = "out_01ARZ3NDEKTSV4RRFFQ69G5FAV";

/// What a transaction leaves when a task has expired: its client is told, and its bids are closed.
fn expired() -> Value {
    let fact = Fact::TaskExpired {
        task_id: "tsk_01ARZ3NDEKTSV4RRFFQ69G5FAV".parse::<TaskId>().unwrap(),
        client_id: "usr_01ARZ3NDEKTSV4RRFFQ69G5FAV".parse::<UserId>().unwrap(),
    };
    let origin = (Cause::new("run-1"), Actor::Platform);
    let id: OutboxId = ID.parse().unwrap();
    let record = OutboxRecord::new(id, Timestamp::from_millis(1), origin, vec![fact], Vec::new());
    serde_json::to_value(record.unwrap()).unwrap()
}

/// The same with a fact that only a later release knows.
fn of_the_future() -> Value {
    let mut record = expired();
    record["facts"][0] = json!({"type": "taskTeleported", "taskId": "tsk_01ARZ3NDEKTSV4RRFFQ69G5FAV"});
    record
}

fn inserted(sequence: &str, record: &Value) -> Value {
    let pk = json!({"S": format!("OUTBOX#{ID}")});
    json!({
        "eventID": sequence, "eventName": "INSERT", "awsRegion": "local", "eventSource": "aws:dynamodb",
        "dynamodb": {
            "ApproximateCreationDateTime": 1, "SequenceNumber": sequence, "SizeBytes": 1, "StreamViewType": "NEW_AND_OLD_IMAGES",
            "Keys": {"pk": pk, "sk": {"S": "OUTBOX"}},
            "NewImage": {"pk": pk, "sk": {"S": "OUTBOX"}, "card": {"S": record.to_string()}},
        },
    })
}

async fn dispatch(app: &TestApp, records: &[Value]) -> Value {
    app.world
        .invoke("system-dispatch", json!({"Records": records}))
        .await
        .unwrap()
}

#[tokio::test]
async fn each_consumer_gets_new_facts_and_nothing_else() {
    let app = TestApp::new().await;
    let mut other = inserted("2", &expired());
    other["dynamodb"]["NewImage"]["pk"]["S"] = json!("TASK#1");
    let mut removed = inserted("3", &expired());
    removed["eventName"] = json!("REMOVE");
    let answer = dispatch(&app, &[inserted("1", &expired()), other, removed]).await;
    assert_eq!(answer, json!({"batchItemFailures": []}));
    assert_eq!(app.queue_depth("NotificationsQueue"), 1);
    assert_eq!(app.queue_depth("BidsQueue"), 1);
    assert_eq!(app.queue_depth("EmailQueue"), 0);
}

#[tokio::test]
async fn a_fact_of_the_future_stops_neither_the_batch_nor_the_shard() {
    let app = TestApp::new().await;
    let answer = dispatch(
        &app,
        &[inserted("1", &of_the_future()), inserted("2", &expired())],
    )
    .await;
    assert_eq!(answer, json!({"batchItemFailures": []}));
    assert_eq!(app.queue_depth("BidsQueue"), 1);
}

#[tokio::test]
async fn what_was_dispatched_leaves_the_outbox() {
    let app = TestApp::new().await;
    app.register("ada@example.com", "Ada", "client").await;
    assert_eq!(app.outbox_size().await, 1);
    app.drain().await;
    assert_eq!(app.outbox_size().await, 0);
}
