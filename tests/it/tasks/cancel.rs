//! `tasks-cancel`.

use proconnect_tests::{Expect, Person, TestApp, dies_at};
use serde_json::{Value, json};

fn why(reason: &str) -> Value {
    json!({ "reason": reason })
}

async fn own_bid(app: &TestApp, freelancer: &Person) -> Value {
    let bids = app.get(freelancer, "/v1/bids/mine").await.expect_status(200);
    bids.body["items"][0].clone()
}

#[tokio::test]
async fn every_bidder_gets_a_final_state_with_the_reason() {
    let app = TestApp::new().await;
    let (clara, felix, fiona) = (
        app.person("client").await,
        app.person("freelancer").await,
        app.person("freelancer").await,
    );
    let task = app.task(&clara).await;
    app.bid(&felix, &task, 40_000).await;
    let gone = app.bid(&fiona, &task, 30_000).await;
    app.post(&fiona, &format!("/v1/bids/{gone}/withdraw"), json!({}))
        .await
        .expect_status(200);
    app.drain().await;
    let path = format!("/v1/tasks/{task}");
    let body = why(" We found somebody\r\nin our own house. ");
    let cancelled = app.post(&clara, &format!("{path}/cancel"), body).await;
    let cancelled = cancelled.expect_status(200).body;
    let reason = "We found somebody\nin our own house.";
    assert_eq!(
        (&cancelled["status"], &cancelled["cancelReason"]),
        (&json!("cancelled"), &json!(reason))
    );
    assert!(cancelled["clock"].is_null());
    app.drain().await;
    let bid = own_bid(&app, &felix).await;
    assert_eq!(
        (&bid["status"], &bid["declineReason"], &bid["declineNote"]),
        (&json!("declined"), &json!("task_cancelled"), &json!(reason))
    );
    assert_eq!(own_bid(&app, &fiona).await["status"], "withdrawn");
    let mails = app.world.mails(&felix.email).unwrap();
    assert!(
        mails[0]
            .text
            .contains("The client took the task back. We found somebody in our own house.")
    );
    assert!(
        app.subjects(&fiona.email)
            .iter()
            .all(|subject| !subject.contains("closed"))
    );
    // The reason is for those who have bid, and nobody finds the task any more.
    assert_eq!(app.get(&felix, &path).await.body["cancelReason"], reason);
    let stranger = app.person("freelancer").await;
    assert!(app.get(&stranger, &path).await.body["cancelReason"].is_null());
    assert!(app.anonymous("GET", &path, None).await.body["cancelReason"].is_null());
    let found = app.anonymous("GET", "/v1/tasks", None).await.body;
    assert_eq!(found["items"], json!([]));
    // Nothing more comes of it.
    app.post(&stranger, &format!("{path}/bids"), app.bid_body(40_000))
        .await
        .expect_problem(409, "task_not_open");
    app.advance(11).await;
    let path = format!("/v1/tasks/{task}");
    assert_eq!(
        app.anonymous("GET", &path, None).await.body["status"],
        "cancelled"
    );
}

#[tokio::test]
async fn twice_is_once_and_the_first_reason_stays() {
    let app = TestApp::new().await;
    let (clara, felix) = (app.person("client").await, app.person("freelancer").await);
    let task = app.task(&clara).await;
    app.bid(&felix, &task, 40_000).await;
    let path = format!("/v1/tasks/{task}/cancel");
    for reason in ["First", "Second"] {
        let answer = app.post(&clara, &path, why(reason)).await.expect_status(200);
        assert_eq!(answer.body["cancelReason"], "First");
    }
    let (one, other) = tokio::join!(
        app.post(&clara, &path, why("Third")),
        app.post(&clara, &path, why("Fourth"))
    );
    assert_eq!((one.status, other.status), (200, 200));
    app.drain().await;
    let told = app.subjects(&felix.email);
    let told = told.iter().filter(|subject| subject.contains("was closed"));
    assert_eq!(told.count(), 1);
}

#[tokio::test]
async fn who_may_not_and_what_is_decided_otherwise() {
    let app = TestApp::new().await;
    let hired = app.hired().await;
    let path = format!("/v1/tasks/{}/cancel", hired.task);
    app.post(&hired.client, &path, why("No more"))
        .await
        .expect_problem(409, "invalid_state");
    app.post(&hired.freelancer, &path, why("No more"))
        .await
        .expect_problem(403, "forbidden");
    let unknown = "/v1/tasks/tsk_01ARZ3NDEKTSV4RRFFQ69G5FAV/cancel";
    app.post(&hired.client, unknown, why("No more"))
        .await
        .expect_problem(404, "not_found");
    let open = format!("/v1/tasks/{}/cancel", app.task(&hired.client).await);
    for reason in ["", " \u{200b}", "x\u{7}", "é́́́́́́́́́́́́", &"x".repeat(501)] {
        app.post(&hired.client, &open, why(reason))
            .await
            .expect_fields(&["/reason"]);
    }
    app.post(&hired.client, &open, json!({}))
        .await
        .expect_fields(&["/reason"]);
    let late = app.task(&hired.client).await;
    app.advance(11).await;
    let client = app.sign_in_person(&hired.client).await;
    app.post(&client, &format!("/v1/tasks/{late}/cancel"), why("Too late"))
        .await
        .expect_problem(409, "invalid_state");
}

#[tokio::test]
async fn of_cancelling_and_hiring_at_the_same_moment_one_happens() {
    let app = TestApp::new().await;
    let (clara, felix) = (app.person("client").await, app.person("freelancer").await);
    for _ in 0..6 {
        let task = app.task(&clara).await;
        let bid = app.bid(&felix, &task, 40_000).await;
        let (cancel, accept) = (
            format!("/v1/tasks/{task}/cancel"),
            format!("/v1/bids/{bid}/accept"),
        );
        let (cancelled, accepted) = tokio::join!(
            app.post(&clara, &cancel, why("Changed our minds")),
            app.post(&clara, &accept, json!({}))
        );
        let statuses = (cancelled.status, accepted.status);
        assert!(statuses == (200, 409) || statuses == (409, 201), "{statuses:?}");
        app.drain().await;
        let now = app.get(&clara, &format!("/v1/tasks/{task}")).await.body;
        let bids = app.get(&clara, &format!("/v1/tasks/{task}/bids")).await.body;
        let states = (now["status"].clone(), bids["items"][0]["status"].clone());
        let expected = match cancelled.status {
            200 => (json!("cancelled"), json!("declined")),
            _ => (json!("in_progress"), json!("accepted")),
        };
        assert_eq!(states, expected);
    }
}

#[tokio::test]
async fn one_that_dies_at_any_step_is_whole_after_the_next() {
    let app = TestApp::new().await;
    let (clara, felix) = (app.person("client").await, app.person("freelancer").await);
    let task = app.task(&clara).await;
    app.bid(&felix, &task, 40_000).await;
    app.drain().await;
    let (snapshot, path) = (app.snapshot().await, format!("/v1/tasks/{task}/cancel"));
    for step in 1.. {
        let app = snapshot.go_on().await;
        let done = dies_at(step, app.post(&clara, &path, why("Not needed"))).await;
        app.post(&clara, &path, why("Not needed"))
            .await
            .expect_status(200);
        app.drain().await;
        let bid = own_bid(&app, &felix).await;
        assert_eq!(
            (&bid["status"], &bid["declineNote"]),
            (&json!("declined"), &json!("Not needed"))
        );
        let told = app.subjects(&felix.email);
        let told = told.iter().filter(|subject| subject.contains("was closed"));
        assert_eq!(told.count(), 1);
        if done.is_some() {
            assert!(step > 2, "it dies between reading and writing");
            return;
        }
    }
}
