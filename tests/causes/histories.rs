//! What a message, opening a room and searching in it cost does not grow with the room's history: each function's own count, as it
//! logs it.

use crate::Lines;
use proconnect_local::sockets::Connection;
use proconnect_tests::{Expect, Person, TestApp, id, last_heard, lengthen};
use serde_json::{Value, json};
use std::collections::BTreeMap;

const SHORT: usize = 100;
/// As long as the issue of the chat has it. `make bench` takes the times of the same.
const LONG: usize = 100_000;

/// A room with a history of so many messages, and a message in its middle.
struct Room {
    clara: Person,
    felix: Person,
    id: String,
    hers: Connection,
    his: Connection,
    middle: String,
}

impl Room {
    async fn with(app: &TestApp, size: usize) -> Self {
        let (clara, felix, id) = app.two_in_a_room().await;
        let (hers, mut his) = (app.connect(&clara).await, app.connect(&felix).await);
        app.say(&mut his, &id, "c-first", "Which colours").await;
        let (table, database) = app.world.storage();
        lengthen(database, table, &id, size);
        let path = format!("/v1/rooms/{id}/messages?limit=50");
        let page = app.get(&clara, &path).await.expect_status(200).body;
        let middle = proconnect_tests::id(&page["items"][49]);
        app.rest().await;
        Self {
            clara,
            felix,
            id,
            hers,
            his,
            middle,
        }
    }

    /// Everything that somebody does in a room.
    async fn used(&mut self, app: &TestApp) {
        let path = format!("/v1/rooms/{}", self.id);
        let ends = [
            String::new(),
            "/messages".to_owned(),
            format!("/messages?upTo={}", self.middle),
            format!("/messages?after={}", self.middle),
            "/messages/search?q=colours".to_owned(),
            "/messages/search?q=which+col".to_owned(),
            "/messages/search?q=cupboard".to_owned(),
        ];
        for end in ends {
            app.get(&self.clara, &format!("{path}{end}"))
                .await
                .expect_status(200);
        }
        app.get(&self.clara, "/v1/rooms").await.expect_status(200);
        app.get(&self.clara, "/v1/rooms/search?q=colours")
            .await
            .expect_status(200);
        let frame =
            json!({"action": "send", "roomId": self.id, "clientId": "c-more", "text": "Which colours"});
        assert_eq!(app.frame(&self.his, frame).await, None);
        let said = id(&last_heard(&mut self.his, "ack")["message"]);
        let frame = json!({"action": "read", "roomId": self.id, "upTo": said});
        assert_eq!(app.frame(&self.hers, frame).await, None);
        let frame = json!({"action": "typing", "roomId": self.id});
        assert_eq!(app.frame(&self.hers, frame).await, None);
        let path = format!("{path}/messages/{said}");
        let body = json!({"text": "Which shapes", "version": 1});
        app.call(&self.felix, "PATCH", &path, Some(body))
            .await
            .expect_status(200);
        app.call(&self.felix, "DELETE", &path, None)
            .await
            .expect_status(200);
    }
}

/// What each function has counted, in the order of its calls: calls that read, calls that write, units.
fn counted(lines: &[Value]) -> BTreeMap<String, Vec<(u64, u64, f64)>> {
    let mut found: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for line in lines.iter().filter(|line| line["message"] == "answered") {
        let function = line["span"]["function"].as_str().unwrap().to_owned();
        let number = |name: &str| line[name].as_u64().unwrap();
        let units = line["table.units"].as_f64().unwrap();
        let cost = (number("table.reads"), number("table.writes"), units);
        found.entry(function).or_default().push(cost);
    }
    found
}

#[tokio::test]
async fn a_hundred_thousand_messages_cost_what_a_hundred_cost() {
    let app = TestApp::new().await;
    let mut all = Vec::new();
    for size in [SHORT, LONG] {
        let mut room = Room::with(&app, size).await;
        let (lines, in_force) = Lines::kept();
        room.used(&app).await;
        drop(in_force);
        all.push(counted(&lines.read()));
    }
    for (function, costs) in &all[1] {
        println!("{function:<22} {costs:?} with {LONG} messages");
    }
    assert_eq!(all[0], all[1], "with {SHORT} messages and with {LONG}");
    for function in [
        "chat-get-room",
        "chat-list-messages",
        "chat-search-messages",
        "chat-search-rooms",
        "chat-list-rooms",
        "chat-send",
        "chat-mark-read",
        "chat-typing",
        "chat-edit-message",
        "chat-delete-message",
    ] {
        let costs = &all[1][function];
        assert!(
            costs.iter().all(|(_, _, units)| *units > 0.0),
            "{function}: {costs:?}"
        );
    }
    // A message: one wait to read, one to write.
    let (reads, writes, _) = all[1]["chat-send"][0];
    assert_eq!(
        (reads, writes),
        (2, 1),
        "its connections are read while it is written"
    );
}
