//! Rooms, and what is said in them.

use crate::{Expect, Hired, Person, TestApp, id};
use proconnect_local::sockets::{Connection, Outgoing};
use serde_json::{Value, json};

/// What a window was told since it was last asked, but for who came and went.
pub fn heard(window: &mut Connection) -> Vec<Value> {
    let (_, others) = all_heard(window);
    others
}

/// Who a window was told came and went since it was last asked. Whatever else it was told is forgotten.
pub fn who_is_there(window: &mut Connection) -> Vec<Value> {
    let (presences, _) = all_heard(window);
    presences
}

fn all_heard(window: &mut Connection) -> (Vec<Value>, Vec<Value>) {
    let mut frames = Vec::new();
    while let Ok(told) = window.incoming.try_recv() {
        if let Outgoing::Text(text) = told {
            frames.push(serde_json::from_str::<Value>(&text).unwrap());
        }
    }
    frames.into_iter().partition(|frame| frame["type"] == "presence")
}

/// The last frame of a kind among them.
pub fn last_heard(window: &mut Connection, kind: &str) -> Value {
    let found = heard(window)
        .into_iter()
        .rev()
        .find(|frame| frame["type"] == kind);
    found.unwrap_or_else(|| panic!("no {kind} was heard"))
}

impl TestApp {
    /// The room of the two about their task, opened by the freelancer.
    pub async fn room(&self, hired: &Hired) -> String {
        self.room_of(&hired.freelancer, &hired.task).await
    }

    /// A client, a freelancer, and the room that the freelancer has opened about a task.
    pub async fn two_in_a_room(&self) -> (Person, Person, String) {
        let (client, freelancer) = (self.person("client").await, self.person("freelancer").await);
        let room = self.room_of(&freelancer, &self.task(&client).await).await;
        (client, freelancer, room)
    }

    /// A freelancer's room about a task.
    pub async fn room_of(&self, freelancer: &Person, task: &str) -> String {
        let path = format!("/v1/tasks/{task}/room");
        let room = self.post(freelancer, &path, json!({})).await;
        assert!([200, 201].contains(&room.status), "{}", room.body);
        id(&room.body)
    }

    /// Sends a frame; returns what is answered to it, if anything is.
    pub async fn frame(&self, window: &Connection, frame: Value) -> Option<Value> {
        let answer = self.world.frame(&window.id, &frame.to_string()).await;
        answer.map(|text| serde_json::from_str(&text).unwrap())
    }

    /// Says something; returns the message. Whatever else the window was told is forgotten.
    pub async fn say(&self, window: &mut Connection, room: &str, client_id: &str, text: &str) -> Value {
        let frame = json!({"action": "send", "roomId": room, "clientId": client_id, "text": text});
        assert_eq!(
            self.frame(window, frame).await,
            None,
            "it is answered by its push"
        );
        last_heard(window, "ack")["message"].clone()
    }

    /// What the API answers of a room's messages, newest first.
    pub async fn messages(&self, person: &Person, room: &str) -> Vec<Value> {
        let answer = self
            .get(person, &format!("/v1/rooms/{room}/messages?limit=100"))
            .await;
        answer.expect_status(200).body["items"]
            .as_array()
            .unwrap()
            .clone()
    }

    /// A talk that leaves one of each kind of record: with a file, read by the other side.
    pub async fn talk(&self, hired: &Hired) {
        let room = self.room(hired).await;
        let mut asking = self.connect(&hired.freelancer).await;
        let mut answering = self.connect(&hired.client).await;
        self.say(&mut asking, &room, &format!("{room}-1"), "In which colours?")
            .await;
        let file = self.text_file(&hired.client, "chat").await;
        let frame = json!({
            "action": "send", "roomId": room, "clientId": format!("{room}-2"), "text": "As in here.", "fileIds": [file],
        });
        assert_eq!(self.frame(&answering, frame).await, None);
        let said = last_heard(&mut answering, "ack")["message"]["id"].clone();
        let read = json!({"action": "read", "roomId": room, "upTo": said});
        assert_eq!(self.frame(&asking, read).await, None);
        let edited = json!({"text": "As in here, please.", "version": 1});
        let path = format!("/v1/rooms/{room}/messages/{}", said.as_str().unwrap());
        self.call(&hired.client, "PATCH", &path, Some(edited))
            .await
            .expect_status(200);
        let body = json!({"reason": "other", "note": "It is very short."});
        self.post(&hired.freelancer, &format!("{path}/report"), body)
            .await
            .expect_status(201);
        for window in [asking, answering] {
            self.world.disconnect(&window.id).await;
        }
    }
}
