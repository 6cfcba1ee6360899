//! `users-block`.

use proconnect_tests::{Expect, TestApp, heard};
use serde_json::{Value, json};

#[tokio::test]
async fn nothing_goes_from_one_to_the_other_any_more() {
    let app = TestApp::new().await;
    let (clara, felix, room) = app.two_in_a_room().await;
    let (mut his, mut hers) = (app.connect(&felix).await, app.connect(&clara).await);
    let said = app.say(&mut his, &room, "c-1", "Hello").await;
    heard(&mut hers);
    let path = format!("/v1/users/{}/block", felix.id);
    for _ in 0..2 {
        app.call(&clara, "PUT", &path, None).await.expect_status(204);
    }
    let send = |text: &str| json!({"action": "send", "roomId": room, "clientId": text, "text": text});
    // Both read the same, so nobody learns who did it.
    let (to_him, to_her) = (
        app.frame(&his, send("A")).await,
        app.frame(&hers, send("B")).await,
    );
    let (to_him, to_her) = (to_him.unwrap(), to_her.unwrap());
    assert_eq!(
        (&to_him["code"], &to_him["detail"]),
        (&to_her["code"], &to_her["detail"])
    );
    assert_eq!(to_him["code"], "blocked");
    let message = format!("/v1/rooms/{room}/messages/{}", proconnect_tests::id(&said));
    let edit = json!({"text": "Read this", "version": 1});
    app.call(&felix, "PATCH", &message, Some(edit))
        .await
        .expect_problem(403, "blocked");
    assert_eq!(
        app.frame(&his, json!({"action": "typing", "roomId": room})).await,
        None
    );
    let read = json!({"action": "read", "roomId": room, "upTo": said["id"]});
    assert_eq!(app.frame(&hers, read).await, None);
    for window in [&mut his, &mut hers] {
        assert_eq!(heard(window), Vec::<Value>::new());
    }
    let rooms = app.get(&clara, "/v1/rooms").await.body;
    assert_eq!(rooms["items"][0]["unreadCount"], 0);
    assert_eq!(app.messages(&clara, &room).await, [said]);
    // A repeat of what was sent before is still answered.
    let again = json!({"action": "send", "roomId": room, "clientId": "c-1", "text": "Hello"});
    assert_eq!(app.frame(&his, again).await, None);
    assert_eq!(heard(&mut his)[0]["type"], "ack");
}

#[tokio::test]
async fn it_goes_for_every_room_of_the_two_and_for_nobody_else() {
    let app = TestApp::new().await;
    let (clara, felix, fiona) = (
        app.person("client").await,
        app.person("freelancer").await,
        app.person("freelancer").await,
    );
    let task = app.task(&clara).await;
    let (room, other) = (app.room_of(&felix, &task).await, app.room_of(&fiona, &task).await);
    let path = format!("/v1/users/{}/block", clara.id);
    app.call(&felix, "PUT", &path, None).await.expect_status(204);
    let asked = format!("/v1/tasks/{}/room", app.task(&clara).await);
    app.post(&felix, &asked, json!({}))
        .await
        .expect_problem(403, "blocked");
    let hers = app.connect(&clara).await;
    let send = |room: &str| json!({"action": "send", "roomId": room, "clientId": room, "text": "Hello"});
    assert_eq!(app.frame(&hers, send(&room)).await.unwrap()["code"], "blocked");
    assert_eq!(app.frame(&hers, send(&other)).await, None);
}

#[tokio::test]
async fn nobody_blocks_themselves_or_nobody() {
    let app = TestApp::new().await;
    let clara = app.person("client").await;
    let path = format!("/v1/users/{}/block", clara.id);
    app.call(&clara, "PUT", &path, None)
        .await
        .expect_problem(409, "invalid_state");
    for id in ["x", "usr_01JD9ZZZZZZZZZZZZZZZZZZZ00"] {
        let path = format!("/v1/users/{id}/block");
        app.call(&clara, "PUT", &path, None)
            .await
            .expect_problem(404, "not_found");
    }
}
