//! `bids-keep`.

use proconnect_messaging::AskBidders;
use proconnect_tests::{Expect, TestApp, envelope, id, sqs};
use serde_json::{Value, json};

/// Of the freelancer's only bid.
async fn own_bid(app: &TestApp, freelancer: &proconnect_tests::Person) -> Value {
    let bids = app.get(freelancer, "/v1/bids/mine").await.expect_status(200);
    bids.body["items"][0].clone()
}

#[tokio::test]
async fn a_bid_is_kept_for_the_version_that_was_seen() {
    let app = TestApp::new().await;
    let (clara, felix) = (app.person("client").await, app.person("freelancer").await);
    let task = app.task(&clara).await;
    let bid = app.bid(&felix, &task, 40_000).await;
    let (path, keep) = (format!("/v1/tasks/{task}"), format!("/v1/bids/{bid}/keep"));
    // Nobody has asked yet.
    let before = own_bid(&app, &felix).await;
    let nothing = app.post(&felix, &keep, json!({"version": 1})).await;
    assert_eq!(nothing.expect_status(200).body, before);
    for (version, place) in [(2, "Bremen"), (3, "Berlin")] {
        app.call(&clara, "PATCH", &path, Some(json!({ "location": place })))
            .await
            .expect_status(200);
        app.drain().await;
        assert_eq!(own_bid(&app, &felix).await["isAsked"], true, "{version}");
    }
    let compared = app.get(&clara, &format!("{path}/bids")).await.body;
    assert_eq!(compared["items"][0]["isAsked"], true);
    app.post(&felix, &keep, json!({"version": 2}))
        .await
        .expect_problem(409, "task_changed");
    for _ in 0..2 {
        let kept = app.post(&felix, &keep, json!({"version": 3})).await;
        let kept = kept.expect_status(200).body;
        assert_eq!(
            (&kept["isAsked"], &kept["taskVersion"], &kept["status"]),
            (&json!(false), &json!(3), &json!("submitted"))
        );
    }
    // The command that comes late asks nothing again.
    let task_id = task.parse().unwrap();
    let event = sqs(&[envelope(
        "out_01ARZ3NDEKTSV4RRFFQ69G5FAV",
        &AskBidders { task_id },
    )]);
    let answer = app.world.invoke("bids-worker", event).await.unwrap();
    assert_eq!(answer, json!({"batchItemFailures": []}));
    assert_eq!(own_bid(&app, &felix).await["isAsked"], false);
}

#[tokio::test]
async fn what_is_decided_is_kept_no_more() {
    let app = TestApp::new().await;
    let (clara, felix) = (app.person("client").await, app.person("freelancer").await);
    let task = app.task(&clara).await;
    let bid = app.bid(&felix, &task, 40_000).await;
    let body = json!({"location": "Bremen"});
    app.call(&clara, "PATCH", &format!("/v1/tasks/{task}"), Some(body))
        .await
        .expect_status(200);
    app.drain().await;
    let keep = format!("/v1/bids/{bid}/keep");
    app.post(&clara, &keep, json!({"version": 2}))
        .await
        .expect_problem(403, "forbidden");
    app.post(&app.person("freelancer").await, &keep, json!({"version": 2}))
        .await
        .expect_problem(404, "not_found");
    app.post(&felix, &keep, json!({}))
        .await
        .expect_fields(&["/version"]);
    // Whoever is asked may take it back all the same, once.
    let withdrawn = app
        .post(&felix, &format!("/v1/bids/{bid}/withdraw"), json!({}))
        .await;
    let withdrawn = withdrawn.expect_status(200).body;
    assert_eq!(
        (id(&withdrawn), &withdrawn["isAsked"]),
        (bid.clone(), &json!(false))
    );
    app.post(&felix, &keep, json!({"version": 2}))
        .await
        .expect_problem(409, "bid_decided");
}
