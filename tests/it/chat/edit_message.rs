//! `chat-edit-message`.

use proconnect_store::Kind;
use proconnect_tests::{Expect, TestApp, dynamo_json, heard, last_heard};
use serde_json::{Value, json};
use std::time::Duration;

/// A message of the freelancer's: the app, the two, its path, and both windows.
macro_rules! said {
    ($app:ident, $clara:ident, $felix:ident, $his:ident, $hers:ident, $room:ident, $path:ident) => {
        let $app = TestApp::new().await;
        let ($clara, $felix) = ($app.person("client").await, $app.person("freelancer").await);
        let $room = $app.room_of(&$felix, &$app.task(&$clara).await).await;
        let (mut $his, mut $hers) = ($app.connect(&$felix).await, $app.connect(&$clara).await);
        let said = $app.say(&mut $his, &$room, "c-1", "Witch colours?").await;
        heard(&mut $hers);
        let $path = format!("/v1/rooms/{}/messages/{}", $room, proconnect_tests::id(&said));
    };
}

#[tokio::test]
async fn both_sides_see_the_new_text_and_the_old_one_is_kept_apart() {
    said!(app, clara, felix, his, hers, room, path);
    let body = json!({"text": "Which colours?", "version": 1});
    let changed = app.call(&felix, "PATCH", &path, Some(body.clone())).await;
    let changed = changed.expect_status(200).body;
    assert_eq!(
        (&changed["text"], &changed["version"]),
        (&json!("Which colours?"), &json!(2))
    );
    assert!(changed["editedAt"].is_string() && changed["deletedAt"].is_null());
    for window in [&mut his, &mut hers] {
        assert_eq!(last_heard(window, "message-changed")["message"], changed);
    }
    assert_eq!(app.messages(&clara, &room).await, std::slice::from_ref(&changed));
    let rooms = app.get(&clara, "/v1/rooms").await.body;
    assert_eq!(rooms["items"][0]["lastMessage"]["text"], "Which colours?");
    assert_eq!(rooms["items"][0]["unreadCount"], 1);
    let items = app.world.items().await.unwrap();
    let kept = items
        .iter()
        .find(|item| Kind::of(item).unwrap().name == "message_version");
    assert_eq!(dynamo_json(kept.unwrap())["text"]["S"], "Witch colours?");
    // The same text again is no change, and tells nobody.
    let same = json!({"text": "Which colours?", "version": 2});
    let again = app
        .call(&felix, "PATCH", &path, Some(same))
        .await
        .expect_status(200);
    assert_eq!(again.body, changed);
    assert_eq!(heard(&mut hers), Vec::<Value>::new());
}

#[tokio::test]
async fn of_two_edits_of_one_version_the_second_gets_the_present_text() {
    said!(app, clara, felix, his, hers, room, path);
    let edit = |text: &str| json!({"text": text, "version": 1});
    let (one, two) = tokio::join!(
        app.call(&felix, "PATCH", &path, Some(edit("One"))),
        app.call(&felix, "PATCH", &path, Some(edit("Two"))),
    );
    let (won, lost) = if one.status == 200 { (one, two) } else { (two, one) };
    let won = won.expect_status(200).body;
    let lost = lost.expect_problem(409, "message_changed").body;
    assert_eq!(lost["present"], won);
    assert_eq!(app.messages(&clara, &room).await, [won]);
    assert_eq!(heard(&mut hers).len(), 1);
    heard(&mut his);
}

#[tokio::test]
async fn after_fifteen_minutes_it_stays_as_it_is() {
    said!(app, clara, felix, his, hers, room, path);
    app.world.advance(Duration::from_secs(14 * 60)).await.unwrap();
    let felix = app.sign_in_person(&felix).await;
    let edit = |text: &str, version: u32| Some(json!({"text": text, "version": version}));
    app.call(&felix, "PATCH", &path, edit("In time", 1))
        .await
        .expect_status(200);
    app.world.advance(Duration::from_secs(61)).await.unwrap();
    app.call(&felix, "PATCH", &path, edit("Late", 2))
        .await
        .expect_problem(409, "invalid_state");
    let clara = app.sign_in_person(&clara).await;
    assert_eq!(app.messages(&clara, &room).await[0]["text"], "In time");
    heard(&mut his);
    heard(&mut hers);
}

#[tokio::test]
async fn nobody_else_edits_it_and_nothing_becomes_of_nothing() {
    said!(app, clara, felix, his, hers, room, path);
    let edit = |text: &str| Some(json!({"text": text, "version": 1}));
    app.call(&clara, "PATCH", &path, edit("Mine"))
        .await
        .expect_problem(403, "forbidden");
    let stranger = app.person("client").await;
    app.call(&stranger, "PATCH", &path, edit("Mine"))
        .await
        .expect_problem(404, "not_found");
    for text in ["", " ", "\u{200b}", "bell\u{7}"] {
        app.call(&felix, "PATCH", &path, edit(text))
            .await
            .expect_fields(&["/text"]);
    }
    app.call(&felix, "PATCH", &path, Some(json!({"text": "Which?"})))
        .await
        .expect_fields(&["/version"]);
    let nothing = format!("/v1/rooms/{room}/messages/msg_01JD9ZZZZZZZZZZZZZZZZZZZ00");
    app.call(&felix, "PATCH", &nothing, edit("Which?"))
        .await
        .expect_problem(404, "not_found");
    app.call(&felix, "DELETE", &path, None).await.expect_status(200);
    app.call(&felix, "PATCH", &path, edit("Which?"))
        .await
        .expect_problem(409, "invalid_state");
    assert_eq!(heard(&mut hers).len(), 1, "the deletion alone");
    heard(&mut his);
}
