//! `chat-report-message`.

use proconnect_store::Kind;
use proconnect_tests::{Expect, TestApp, dynamo_json, heard, id, last_heard};
use serde_json::{Map, Value, json};

/// What lies before the moderators.
async fn reports(app: &TestApp) -> Vec<Map<String, Value>> {
    let items = app.world.items().await.unwrap();
    let reports = items
        .iter()
        .filter(|item| Kind::of(item).unwrap().name == "report");
    reports.map(dynamo_json).collect()
}

#[tokio::test]
async fn a_report_keeps_what_was_said_and_twice_is_once() {
    let app = TestApp::new().await;
    let (clara, felix, room) = app.two_in_a_room().await;
    let mut his = app.connect(&felix).await;
    let said = app.say(&mut his, &room, "c-1", "You will be sorry").await;
    let message = format!("/v1/rooms/{room}/messages/{}", id(&said));
    let path = format!("{message}/report");
    let body = json!({"reason": "harassment", "note": "He threatens me."});
    let first = app
        .post(&clara, &path, body.clone())
        .await
        .expect_status(201)
        .body;
    assert_eq!(
        (&first["messageId"], &first["reason"]),
        (&said["id"], &json!("harassment"))
    );
    app.call(&felix, "DELETE", &message, None)
        .await
        .expect_status(200);
    let again = app
        .post(&clara, &path, json!({"reason": "spam"}))
        .await
        .expect_status(200);
    assert_eq!(again.body, first);
    let found = reports(&app).await;
    assert_eq!(found.len(), 1);
    assert_eq!(found[0]["text"]["S"], "You will be sorry");
    assert_eq!(found[0]["note"]["S"], "He threatens me.");
    // Who wrote it hears of the deletion, and of nothing else.
    let told = heard(&mut his);
    assert!(
        told.iter().all(|frame| frame["type"] == "message-changed"),
        "{told:?}"
    );
}

#[tokio::test]
async fn only_who_read_it_reports_it_and_says_why() {
    let app = TestApp::new().await;
    let (clara, felix, room) = app.two_in_a_room().await;
    let mut his = app.connect(&felix).await;
    let said = app.say(&mut his, &room, "c-1", "Hello").await;
    let path = format!("/v1/rooms/{room}/messages/{}/report", id(&said));
    let spam = || json!({"reason": "spam"});
    app.post(&felix, &path, spam())
        .await
        .expect_problem(403, "forbidden");
    let stranger = app.person("client").await;
    app.post(&stranger, &path, spam())
        .await
        .expect_problem(404, "not_found");
    let nothing = format!("/v1/rooms/{room}/messages/msg_01JD9ZZZZZZZZZZZZZZZZZZZ00/report");
    app.post(&clara, &nothing, spam())
        .await
        .expect_problem(404, "not_found");
    for (body, pointer) in [
        (json!({}), "/reason"),
        (json!({"reason": "boredom"}), "/reason"),
        (json!({"reason": "other"}), "/note"),
        (json!({"reason": "spam", "note": "x".repeat(1_001)}), "/note"),
    ] {
        app.post(&clara, &path, body).await.expect_fields(&[pointer]);
    }
    assert!(reports(&app).await.is_empty());
}

#[tokio::test]
async fn what_leads_away_is_sent_shown_with_a_warning_and_kept_for_the_moderators() {
    let app = TestApp::new().await;
    let (clara, felix, room) = app.two_in_a_room().await;
    let (mut his, mut hers) = (app.connect(&felix).await, app.connect(&clara).await);
    let plain = app.say(&mut his, &room, "c-1", "Which colours?").await;
    assert_eq!(plain["warnings"], json!([]));
    assert!(reports(&app).await.is_empty());
    app.say(
        &mut his,
        &room,
        "c-2",
        "Write to felix@example.com, and pay me by PayPal instead",
    )
    .await;
    let told = last_heard(&mut hers, "message")["message"].clone();
    assert_eq!(told["warnings"], json!(["email_address", "payment"]));
    let found = reports(&app).await;
    assert_eq!((found.len(), &found[0]["by"]["S"]), (1, &json!("rules")));
    // By an edit as well, and not twice by the next one.
    let path = format!("/v1/rooms/{room}/messages/{}", id(&plain));
    for (version, text) in [(1, "Add me on WhatsApp"), (2, "Add me on WhatsApp, please")] {
        let body = json!({"text": text, "version": version});
        let edited = app
            .call(&felix, "PATCH", &path, Some(body))
            .await
            .expect_status(200);
        assert_eq!(edited.body["warnings"], json!(["messenger"]));
        assert_eq!(reports(&app).await.len(), 2);
    }
}
