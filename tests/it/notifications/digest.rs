//! `notifications-digest`.

use proconnect_messaging::MailDigest;
use proconnect_tests::{Expect, Person, TestApp, envelope, sqs};
use serde_json::json;
use std::time::Duration;

const FUNCTION: &str = "notifications-digest";
const MINUTE: u64 = 60;
const HOUR: u64 = 60 * MINUTE;

/// A client whose bids wait for a digest at eight, in a zone.
async fn subscribed(app: &TestApp, zone: &str) -> Person {
    let client = app.person("client").await;
    let body = json!({
        "version": 0, "timeZone": zone, "digest": "daily", "digestHour": 8,
        "categories": [{"category": "bids", "mail": "digest", "browser": true}],
    });
    app.call(&client, "PUT", "/v1/notifications/preferences", Some(body))
        .await
        .expect_status(200);
    client
}

async fn bid(app: &TestApp, client: &Person) {
    let task = app.task(&app.log_in(client).await).await;
    app.bid(&app.person("freelancer").await, &task, 40_000).await;
    app.drain().await;
}

async fn run(app: &TestApp) {
    app.world.invoke(FUNCTION, json!({})).await.unwrap();
    app.drain().await;
}

async fn wait(app: &TestApp, seconds: u64) {
    app.world.advance(Duration::from_secs(seconds)).await.unwrap();
}

/// Time passes until it is so many seconds past an hour of the day, in UTC.
async fn until(app: &TestApp, seconds: u64) {
    let now = u64::try_from(app.world.app.now().as_millis() / 1000).unwrap() % (24 * HOUR);
    wait(app, (24 * HOUR + seconds - now) % (24 * HOUR)).await;
}

fn digests(app: &TestApp, client: &Person) -> Vec<String> {
    let mut subjects = app.subjects(&client.email);
    subjects.retain(|subject| subject.contains("since yesterday"));
    subjects
}

#[tokio::test]
async fn what_waits_for_it_is_mailed_once_a_day_and_then_no_more() {
    let app = TestApp::new().await;
    until(&app, 7 * HOUR).await;
    let client = subscribed(&app, "UTC").await;
    bid(&app, &client).await;
    bid(&app, &client).await;
    let mails = app.subjects(&client.email);
    assert_eq!(mails, ["Your ProConnect code"], "nothing at once");
    run(&app).await;
    assert_eq!(digests(&app, &client), Vec::<String>::new(), "not yet");
    until(&app, 8 * HOUR + 55 * MINUTE).await;
    // The schedule was late, and calls twice.
    let both = tokio::join!(
        app.world.invoke(FUNCTION, json!({})),
        app.world.invoke(FUNCTION, json!({}))
    );
    assert!(both.0.is_ok() && both.1.is_ok());
    run(&app).await;
    assert_eq!(digests(&app, &client), ["2 notifications since yesterday"]);
    let mail = &app.world.mails(&client.email).unwrap()[0];
    assert_eq!(mail.text.matches("offers to do").count(), 2);
    assert!(mail.text.contains("/unsubscribe?token="));
    // Next morning there is nothing new, and the one after there is.
    until(&app, 8 * HOUR + MINUTE).await;
    run(&app).await;
    assert_eq!(digests(&app, &client).len(), 1);
    bid(&app, &client).await;
    until(&app, 8 * HOUR).await;
    run(&app).await;
    assert_eq!(digests(&app, &client)[0], "1 notification since yesterday");
}

#[tokio::test]
async fn it_comes_when_it_is_morning_where_they_are() {
    let app = TestApp::new().await;
    until(&app, 2 * HOUR).await;
    let client = subscribed(&app, "Asia/Kathmandu").await;
    bid(&app, &client).await;
    until(&app, 2 * HOUR + 14 * MINUTE).await;
    run(&app).await;
    assert_eq!(digests(&app, &client).len(), 0);
    wait(&app, MINUTE).await;
    run(&app).await;
    assert_eq!(
        digests(&app, &client).len(),
        1,
        "a quarter past two in UTC is eight in Kathmandu"
    );
}

/// The mail of a digest that holds somebody's newest notice.
async fn mail(app: &TestApp, person: &Person, job: &str) {
    let page = app.get(person, "/v1/notifications").await.expect_status(200).body;
    let digest = MailDigest {
        user_id: person.id.parse().unwrap(),
        date: "2026-11-27".parse().unwrap(),
        notices: vec![page["items"][0]["id"].as_str().unwrap().parse().unwrap()],
    };
    for _ in 0..2 {
        let event = sqs(&[envelope(job, &digest)]);
        let answer = app
            .world
            .invoke("notifications-email-worker", event)
            .await
            .unwrap();
        assert_eq!(answer, json!({"batchItemFailures": []}));
    }
}

#[tokio::test]
async fn what_was_read_or_is_not_wanted_any_more_is_not_mailed() {
    let app = TestApp::new().await;
    let (reads, stops, leaves_it) = (
        subscribed(&app, "UTC").await,
        subscribed(&app, "UTC").await,
        subscribed(&app, "UTC").await,
    );
    for client in [&reads, &stops, &leaves_it] {
        bid(&app, client).await;
    }
    app.post(&reads, "/v1/notifications/read", json!({"all": true}))
        .await
        .expect_status(200);
    let body = json!({"version": 1, "timeZone": "UTC", "digest": "off", "digestHour": 8, "categories": []});
    app.call(&stops, "PUT", "/v1/notifications/preferences", Some(body))
        .await
        .expect_status(200);
    mail(&app, &reads, "out_01ARZ3NDEKTSV4RRFFQ69G5FAA").await;
    mail(&app, &stops, "out_01ARZ3NDEKTSV4RRFFQ69G5FAB").await;
    mail(&app, &leaves_it, "out_01ARZ3NDEKTSV4RRFFQ69G5FAC").await;
    let counts = [&reads, &stops, &leaves_it].map(|client| digests(&app, client).len());
    assert_eq!(counts, [0, 0, 1]);
}
