//! `chat-delete-message`.

use proconnect_store::Kind;
use proconnect_tests::{Expect, Person, TestApp, dynamo_json, heard, last_heard};
use serde_json::{Value, json};

async fn unread(app: &TestApp, person: &Person) -> Value {
    app.get(person, "/v1/rooms").await.expect_status(200).body["items"][0]["unreadCount"].clone()
}

#[tokio::test]
async fn text_and_files_are_gone_for_both_and_kept_for_reports() {
    let app = TestApp::new().await;
    let (clara, felix, room) = app.two_in_a_room().await;
    let (mut his, mut hers) = (app.connect(&felix).await, app.connect(&clara).await);
    let file = app.text_file(&felix, "chat").await;
    let frame =
        json!({"action": "send", "roomId": room, "clientId": "c-1", "text": "Draft", "fileIds": [file]});
    assert_eq!(app.frame(&his, frame).await, None);
    let said = last_heard(&mut his, "ack")["message"].clone();
    heard(&mut hers);
    app.get(&clara, &format!("/v1/files/{file}"))
        .await
        .expect_status(200);
    let path = format!("/v1/rooms/{room}/messages/{}", proconnect_tests::id(&said));
    app.call(&clara, "DELETE", &path, None)
        .await
        .expect_problem(403, "forbidden");
    let gone = app
        .call(&felix, "DELETE", &path, None)
        .await
        .expect_status(200)
        .body;
    assert_eq!(
        (&gone["text"], &gone["files"], &gone["version"]),
        (&json!(""), &json!([]), &json!(2))
    );
    assert!(gone["deletedAt"].is_string());
    for window in [&mut his, &mut hers] {
        assert_eq!(last_heard(window, "message-changed")["message"], gone);
    }
    app.get(&clara, &format!("/v1/files/{file}"))
        .await
        .expect_problem(404, "not_found");
    let rooms = app.get(&clara, "/v1/rooms").await.body;
    let last = &rooms["items"][0]["lastMessage"];
    assert_eq!((&last["text"], &last["isDeleted"]), (&json!(""), &json!(true)));
    let items = app.world.items().await.unwrap();
    let kept = items
        .iter()
        .find(|item| Kind::of(item).unwrap().name == "message_version");
    let kept = dynamo_json(kept.unwrap());
    assert_eq!(
        (&kept["text"]["S"], &kept["files"]["L"][0]["M"]["id"]["S"]),
        (&json!("Draft"), &json!(file))
    );
    // Twice is once, and sent again it stays deleted.
    let again = app
        .call(&felix, "DELETE", &path, None)
        .await
        .expect_status(200)
        .body;
    assert_eq!(again, gone);
    assert_eq!(heard(&mut hers), Vec::<Value>::new());
    let frame =
        json!({"action": "send", "roomId": room, "clientId": "c-1", "text": "Draft", "fileIds": [file]});
    assert_eq!(app.frame(&his, frame).await, None);
    assert_eq!(last_heard(&mut his, "ack")["message"], gone);
    assert_eq!(app.messages(&clara, &room).await, [gone]);
}

#[tokio::test]
async fn nobody_waits_for_what_was_deleted_unseen() {
    let app = TestApp::new().await;
    let (clara, felix, room) = app.two_in_a_room().await;
    let (mut his, hers) = (app.connect(&felix).await, app.connect(&clara).await);
    let mut ids = Vec::new();
    for number in 0..4 {
        let said = app.say(&mut his, &room, &format!("c-{number}"), "Hello").await;
        ids.push(proconnect_tests::id(&said));
    }
    let delete = async |at: usize| {
        let path = format!("/v1/rooms/{room}/messages/{}", ids[at]);
        app.call(&felix, "DELETE", &path, None).await.expect_status(200);
    };
    let read = async |at: usize| {
        let frame = json!({"action": "read", "roomId": room, "upTo": ids[at]});
        assert_eq!(app.frame(&hers, frame).await, None);
    };
    assert_eq!(unread(&app, &clara).await, 4);
    delete(1).await;
    assert_eq!(unread(&app, &clara).await, 3);
    read(0).await;
    assert_eq!(unread(&app, &clara).await, 2);
    // A deleted one is a mark as good as any.
    delete(2).await;
    read(2).await;
    assert_eq!(unread(&app, &clara).await, 1);
    // What was seen already is no less by being deleted.
    delete(0).await;
    assert_eq!(unread(&app, &clara).await, 1);
    // At once with reading: never below zero.
    tokio::join!(delete(3), read(3));
    assert_eq!(unread(&app, &clara).await, 0);
    app.say(&mut his, &room, "c-4", "Hello again").await;
    assert_eq!(unread(&app, &clara).await, 1);
}
