//! `chat-mark-read`.

use proconnect_domain::UserEvent;
use proconnect_tests::{TestApp, heard, last_heard};
use serde_json::{Value, json};

#[tokio::test]
async fn what_was_seen_is_told_to_the_other_side_and_to_one_s_other_windows_once() {
    let app = TestApp::new().await;
    let (clara, felix, room) = app.two_in_a_room().await;
    let (mut his, mut hers) = (app.connect(&felix).await, app.connect(&clara).await);
    let mut phone = app.connect(&clara).await;
    let first = app.say(&mut his, &room, "c-1", "One").await["id"].clone();
    let second = app.say(&mut his, &room, "c-2", "Two").await["id"].clone();
    for window in [&mut hers, &mut phone] {
        heard(window);
    }
    let read = |up_to: &Value| json!({"action": "read", "roomId": room, "upTo": up_to});
    assert_eq!(app.frame(&hers, read(&second)).await, None);
    let receipt = json!({
        "type": "receipt", "roomId": room, "userId": clara.id, "upTo": second, "status": "seen",
    });
    for window in [&mut his, &mut phone] {
        assert_eq!(heard(window), std::slice::from_ref(&receipt));
    }
    assert_eq!(heard(&mut hers), Vec::<Value>::new());
    // From another window, again, and an earlier one late: nothing is news.
    for up_to in [&second, &second, &first] {
        assert_eq!(app.frame(&phone, read(up_to)).await, None);
    }
    for window in [&mut his, &mut hers, &mut phone] {
        assert_eq!(heard(window), Vec::<Value>::new());
    }
}

#[tokio::test]
async fn a_message_of_elsewhere_and_somebody_else_mark_nothing() {
    let app = TestApp::new().await;
    let (clara, felix) = (app.person("client").await, app.person("freelancer").await);
    let (room, other) = (
        app.room_of(&felix, &app.task(&clara).await).await,
        app.room_of(&felix, &app.task(&clara).await).await,
    );
    let (mut his, hers) = (app.connect(&felix).await, app.connect(&clara).await);
    let here = app.say(&mut his, &room, "c-1", "Here").await["id"].clone();
    let there = app.say(&mut his, &other, "c-2", "There").await["id"].clone();
    let stranger = app.connect(&app.person("client").await).await;
    for (window, up_to, code) in [
        (&hers, &there, "not_found"),
        (&hers, &json!("msg_01JD9ZZZZZZZZZZZZZZZZZZZ00"), "not_found"),
        (&hers, &json!("x"), "invalid_fields"),
        (&stranger, &here, "not_found"),
    ] {
        let frame = json!({"action": "read", "roomId": room, "upTo": up_to});
        let refused = app.frame(window, frame).await.unwrap();
        assert_eq!(refused["code"], code, "{up_to}");
    }
    app.happens(&clara, UserEvent::Suspend).await;
    let frame = json!({"action": "read", "roomId": room, "upTo": here});
    assert_eq!(
        app.frame(&hers, frame).await.unwrap()["code"],
        "account_suspended"
    );
    assert_eq!(heard(&mut his), Vec::<Value>::new());
}

#[tokio::test]
async fn two_windows_at_once_and_a_message_meanwhile_lose_nothing() {
    let app = TestApp::new().await;
    let (clara, felix, room) = app.two_in_a_room().await;
    let (mut his, mut hers) = (app.connect(&felix).await, app.connect(&clara).await);
    let phone = app.connect(&clara).await;
    app.say(&mut his, &room, "c-1", "One").await;
    let up_to = last_heard(&mut hers, "message")["message"]["id"].clone();
    let read = json!({"action": "read", "roomId": room, "upTo": up_to});
    let said = json!({"action": "send", "roomId": room, "clientId": "c-2", "text": "Two"});
    let answers = tokio::join!(
        app.frame(&hers, read.clone()),
        app.frame(&phone, read),
        app.frame(&his, said),
    );
    assert_eq!(answers, (None, None, None));
    let rooms = app.get(&clara, "/v1/rooms").await.body;
    assert_eq!(rooms["items"][0]["unreadCount"], 1);
    assert_eq!(rooms["items"][0]["lastMessage"]["text"], "Two");
}
