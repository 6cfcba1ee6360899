//! Chat over HTTP: rooms and what was said in them.

use super::Budget;
use proconnect_tests::TestApp;
use serde_json::json;

#[tokio::test]
async fn chat() {
    let app = TestApp::new().await;
    let budget = Budget::new(&app);
    let (client, freelancer) = (app.person("client").await, app.person("freelancer").await);
    let ticket = app.call(&client, "POST", "/v1/chat/ticket", None).await;
    budget.check(
        "chat-ticket",
        "limits; person and session in one call",
        (1, 1, 6),
        &ticket,
    );
    let task = app.task(&client).await;
    let path = format!("/v1/tasks/{task}/room");
    let room = app.post(&freelancer, &path, json!({})).await;
    budget.check(
        "chat-open-room",
        "task, freelancer, bid and room in one call; limits; transaction: room, checks of the caller and of both blocks; its people",
        (2, 2, 26),
        &room,
    );
    let room = proconnect_tests::id(&room.body);
    let mut window = app.connect(&freelancer).await;
    for number in 0..20 {
        app.say(
            &mut window,
            &room,
            &format!("c-{number}"),
            "Which colours do you like?",
        )
        .await;
    }
    let said = app.say(&mut window, &room, "c-20", "And by when?").await;
    let path = format!("/v1/rooms/{room}/messages/{}", proconnect_tests::id(&said));
    let body = json!({"text": "And by when, please?", "version": 1});
    let why = json!({"reason": "spam", "note": "Nobody asked."});
    let report = app.post(&client, &format!("{path}/report"), why).await;
    budget.check(
        "chat-report-message",
        "room and message in one call; limits; transaction: report, check of the caller",
        (1, 2, 18),
        &report,
    );
    let edit = app.call(&freelancer, "PATCH", &path, Some(body)).await;
    budget.check(
        "chat-edit-message",
        "room and message in one call; transaction: message, room, what it was, check of the caller; the connections of both",
        (2, 1, 28),
        &edit,
    );
    let delete = app.call(&freelancer, "DELETE", &path, None).await;
    budget.check(
        "chat-delete-message",
        "room and message in one call; transaction: message, room, what it was, check of the caller, files; the connections of both",
        (2, 1, 30),
        &delete,
    );
    let rooms = app.get(&client, "/v1/rooms").await;
    budget.check(
        "chat-list-rooms",
        "`gsi2` and `gsi3` at once; its people, and who of them is there",
        (2, 0, 5),
        &rooms,
    );
    let one = app.get(&client, &format!("/v1/rooms/{room}")).await;
    budget.check(
        "chat-get-room",
        "the room; its people, and who of them is there",
        (2, 0, 4),
        &one,
    );
    let messages = app.get(&client, &format!("/v1/rooms/{room}/messages")).await;
    budget.check(
        "chat-list-messages",
        "the room and a page of its messages at once",
        (1, 0, 4),
        &messages,
    );
    let search = app
        .get(&client, &format!("/v1/rooms/{room}/messages/search?q=colours"))
        .await;
    assert_eq!(search.body["items"].as_array().unwrap().len(), 20);
    budget.check(
        "chat-search-messages",
        "the room and a page of places at once; the messages there",
        (2, 0, 24),
        &search,
    );
    let search = app.get(&client, "/v1/rooms/search?q=colours").await;
    assert_eq!(search.body["items"].as_array().unwrap().len(), 5);
    budget.check(
        "chat-search-rooms",
        "the rooms first; places in ten of them at once; the messages there, its people",
        (3, 0, 12),
        &search,
    );
}
