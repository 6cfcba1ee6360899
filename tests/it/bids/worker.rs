use proconnect_messaging::{CloseBids, CloseReason};
use proconnect_tests::{TestApp, envelope, sqs};
use serde_json::json;

#[tokio::test]
async fn a_repeat_closes_nothing_twice() {
    let app = TestApp::new().await;
    let client = app.person("client").await;
    let task = app.task(&client).await;
    let freelancer = app.person("freelancer").await;
    app.bid(&freelancer, &task, 40_000).await;
    let close = CloseBids {
        task_id: task.parse().unwrap(),
        except: None,
        reason: CloseReason::TaskExpired,
    };
    let event = sqs(&[envelope("out_01ARZ3NDEKTSV4RRFFQ69G5FAV", &close)]);
    for _ in 0..2 {
        let answer = app.world.invoke("bids-worker", event.clone()).await.unwrap();
        assert_eq!(answer, json!({"batchItemFailures": []}));
    }
    app.drain().await;
    let closed = app
        .subjects(&freelancer.email)
        .into_iter()
        .filter(|subject| subject.contains("was closed"))
        .count();
    assert_eq!(closed, 1);
}

#[tokio::test]
async fn what_cannot_be_read_is_reported() {
    let app = TestApp::new().await;
    let event =
        json!({"Records": [{"messageId": "7", "body": "{}", "attributes": {}, "messageAttributes": {}}]});
    let answer = app.world.invoke("bids-worker", event).await.unwrap();
    assert_eq!(answer, json!({"batchItemFailures": [{"itemIdentifier": "7"}]}));
}
