//! `chat-list-rooms`.

use proconnect_tests::{Expect, Person, TestApp, last_heard};
use serde_json::{Value, json};

async fn rooms(app: &TestApp, person: &Person) -> Vec<Value> {
    let answer = app.get(person, "/v1/rooms").await.expect_status(200);
    answer.body["items"].as_array().unwrap().clone()
}

#[tokio::test]
async fn where_something_was_said_last_comes_first_on_either_side() {
    let app = TestApp::new().await;
    let (clara, felix, fiona) = (
        app.person("client").await,
        app.person("freelancer").await,
        app.person("freelancer").await,
    );
    let task = app.task(&clara).await;
    let first = app.room_of(&felix, &task).await;
    app.rest().await;
    let second = app.room_of(&fiona, &task).await;
    let order = |rooms: &[Value]| -> Vec<String> { rooms.iter().map(proconnect_tests::id).collect() };
    assert_eq!(order(&rooms(&app, &clara).await), [second.clone(), first.clone()]);
    app.rest().await;
    let mut his = app.connect(&felix).await;
    app.say(&mut his, &first, "c-1", "Which\ncolours?").await;
    app.say(&mut his, &first, "c-2", "And by when?").await;
    let found = rooms(&app, &clara).await;
    assert_eq!(order(&found), [first.clone(), second]);
    assert_eq!(
        (&found[0]["unreadCount"], &found[1]["unreadCount"]),
        (&json!(2), &json!(0))
    );
    assert_eq!(found[0]["lastMessage"]["text"], "And by when?");
    assert_eq!(found[0]["lastMessage"]["senderId"], json!(felix.id));
    // One's own are not new to oneself.
    assert_eq!(rooms(&app, &felix).await[0]["unreadCount"], 0);
    assert_eq!(rooms(&app, &fiona).await.len(), 1);
}

#[tokio::test]
async fn what_was_read_counts_no_more_whoever_looks() {
    let app = TestApp::new().await;
    let (clara, felix, room) = app.two_in_a_room().await;
    let (mut his, mut hers) = (app.connect(&felix).await, app.connect(&clara).await);
    for number in 0..3 {
        app.say(&mut his, &room, &format!("c-{number}"), "Hello?").await;
    }
    let up_to = last_heard(&mut hers, "message")["message"]["id"].clone();
    app.frame(&hers, json!({"action": "read", "roomId": room, "upTo": up_to}))
        .await;
    let found = &rooms(&app, &clara).await[0];
    assert_eq!(found["unreadCount"], 0);
    assert_eq!(found["participants"][0]["seenUpTo"], up_to);
    assert_eq!(found["participants"][1]["seenUpTo"], json!(null));
}
