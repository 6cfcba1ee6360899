use proconnect_tests::TestApp;
use serde_json::json;

fn record(sequence: &str, queue: &str) -> serde_json::Value {
    let envelope = json!({
        "id": "out_01ARZ3NDEKTSV4RRFFQ69G5FAV", "queue": queue, "group": null, "deduplicationId": null, "body": {},
    });
    json!({
        "eventID": sequence, "eventName": "INSERT", "awsRegion": "local", "eventSource": "aws:dynamodb",
        "dynamodb": {
            "ApproximateCreationDateTime": 1, "SequenceNumber": sequence, "SizeBytes": 1, "StreamViewType": "NEW_AND_OLD_IMAGES",
            "Keys": {"pk": {"S": "OUTBOX#1"}},
            "NewImage": {"pk": {"S": "OUTBOX#1"}, "envelope": {"S": envelope.to_string()}},
        },
    })
}

#[tokio::test]
async fn new_outbox_records_reach_their_queue_and_nothing_else_does() {
    let app = TestApp::new().await;
    let mut other = record("2", "email");
    other["dynamodb"]["NewImage"]["pk"]["S"] = json!("TASK#1");
    let mut removed = record("3", "email");
    removed["eventName"] = json!("REMOVE");
    let event = json!({"Records": [record("1", "email"), other, removed]});
    let answer = app.world.invoke("system-dispatch", event).await.unwrap();
    assert_eq!(answer, json!({"batchItemFailures": []}));
    assert_eq!(app.queue_depth("EmailQueue"), 1);
}

#[tokio::test]
async fn a_record_that_cannot_be_read_stops_the_batch() {
    let app = TestApp::new().await;
    let event = json!({"Records": [record("1", "nowhere")]});
    assert!(app.world.invoke("system-dispatch", event).await.is_err());
}

#[tokio::test]
async fn what_was_dispatched_leaves_the_outbox() {
    let app = TestApp::new().await;
    app.register("ada@example.com", "Ada", "client").await;
    assert_eq!(app.outbox_size().await, 1);
    app.drain().await;
    assert_eq!(app.outbox_size().await, 0);
}
