//! What was said to somebody who was away: one notice for each room and absence, decided when it is told.

use proconnect_local::sockets::Connection;
use proconnect_messaging::LookAtRoom;
use proconnect_tests::{Expect, Person, TestApp, envelope, heard, id, sqs};
use serde_json::{Value, json};
use std::time::Duration;

const MINUTE: Duration = Duration::from_secs(60);

struct Talk {
    app: TestApp,
    clara: Person,
    felix: Person,
    room: String,
    his: Connection,
}

impl Talk {
    async fn new() -> Self {
        let app = TestApp::new().await;
        let (clara, felix, room) = app.two_in_a_room().await;
        app.drain().await;
        let his = app.connect(&felix).await;
        Self {
            app,
            clara,
            felix,
            room,
            his,
        }
    }

    async fn say(&mut self, client_id: &str) -> Value {
        let text = "A secret about the logo";
        self.app.say(&mut self.his, &self.room, client_id, text).await
    }

    async fn later(&self, minutes: u32) {
        self.app.world.advance(MINUTE * minutes).await.unwrap();
    }

    async fn read(&self, window: &Connection, message: &Value) {
        let frame = json!({"action": "read", "roomId": self.room, "upTo": id(message)});
        assert_eq!(self.app.frame(window, frame).await, None);
    }

    /// How many mails Clara had about what she missed.
    fn mails(&self) -> usize {
        let mails = self.app.world.mails(&self.clara.email).unwrap();
        let told = mails.iter().filter(|mail| mail.subject.contains("wrote to you"));
        for mail in told.clone() {
            assert!(mail.subject.contains("Design a logo"), "{}", mail.subject);
            for part in [&mail.subject, &mail.text, &mail.html] {
                assert!(
                    !part.contains("secret"),
                    "what was said stays in the room: {part}"
                );
            }
            assert!(
                mail.text.contains(&format!("/messages/{}", self.room)),
                "{}",
                mail.text
            );
        }
        told.count()
    }
}

#[tokio::test]
async fn one_mail_for_each_room_and_absence_without_what_was_said() {
    let mut talk = Talk::new().await;
    for number in 0..3 {
        talk.say(&format!("c-{number}")).await;
    }
    talk.later(2).await;
    assert_eq!(talk.mails(), 0, "she may come and look");
    talk.later(2).await;
    assert_eq!(talk.mails(), 1);
    let page = talk
        .app
        .get(&talk.clara, "/v1/notifications")
        .await
        .expect_status(200)
        .body;
    assert_eq!(page["items"][0]["kind"], "messageWaiting");
    assert_eq!(page["items"][0]["category"], "messages");
    assert_eq!(
        page["items"][0]["path"],
        json!(format!("/messages/{}", talk.room))
    );
    let said = talk.say("c-4").await;
    talk.later(60).await;
    assert_eq!(talk.mails(), 1, "the same absence");
    // The access token has expired meanwhile.
    let clara = talk.app.log_in(&talk.clara).await;
    let hers = talk.app.connect(&clara).await;
    talk.read(&hers, &said).await;
    talk.app.world.disconnect(&hers.id).await;
    talk.say("c-5").await;
    talk.later(4).await;
    assert_eq!(talk.mails(), 2, "another absence");
    // Who wrote has missed nothing.
    assert_eq!(
        talk.app.subjects(&talk.felix.email).len(),
        1,
        "the code of the registration"
    );
}

#[tokio::test]
async fn who_has_seen_it_or_whom_nothing_waits_for_is_not_told() {
    let mut talk = Talk::new().await;
    let said = talk.say("c-1").await;
    let hers = talk.app.connect(&talk.clara).await;
    talk.read(&hers, &said).await;
    talk.app.world.disconnect(&hers.id).await;
    talk.later(4).await;
    assert_eq!(talk.mails(), 0, "read");

    let said = talk.say("c-2").await;
    let path = format!("/v1/rooms/{}/messages/{}", talk.room, id(&said));
    talk.app
        .call(&talk.felix, "DELETE", &path, None)
        .await
        .expect_status(200);
    talk.later(4).await;
    assert_eq!(talk.mails(), 0, "taken back");

    talk.say("c-3").await;
    let block = format!("/v1/users/{}/block", talk.felix.id);
    talk.app
        .call(&talk.clara, "PUT", &block, None)
        .await
        .expect_status(204);
    talk.later(4).await;
    talk.app
        .call(&talk.clara, "DELETE", &block, None)
        .await
        .expect_status(204);
    talk.later(60).await;
    assert_eq!(
        talk.mails(),
        0,
        "blocked meanwhile; unblocking tells nothing of before"
    );
}

#[tokio::test]
async fn who_is_there_is_told_only_once_they_have_gone() {
    let mut talk = Talk::new().await;
    let mut hers = talk.app.connect(&talk.clara).await;
    talk.say("c-1").await;
    assert_eq!(heard(&mut hers).len(), 1);
    talk.later(4).await;
    assert_eq!(talk.mails(), 0, "she sees that something waits");
    let away = json!({"action": "presence", "status": "away"});
    assert_eq!(talk.app.frame(&hers, away).await, None);
    talk.later(5).await;
    assert_eq!(talk.mails(), 0);
    talk.later(6).await;
    assert_eq!(talk.mails(), 1);
}

#[tokio::test]
async fn who_wants_no_mail_has_it_in_the_centre_alone() {
    let mut talk = Talk::new().await;
    let path = "/v1/notifications/preferences";
    let mut chosen = talk.app.get(&talk.clara, path).await.expect_status(200).body;
    for category in chosen["categories"].as_array_mut().unwrap() {
        let fields = category.as_object_mut().unwrap();
        if fields["category"] == "messages" {
            fields.insert("mail".to_owned(), json!("off"));
        }
        fields.remove("isCritical");
        fields.remove("inApp");
    }
    talk.app
        .call(&talk.clara, "PUT", path, Some(chosen))
        .await
        .expect_status(200);
    talk.say("c-1").await;
    talk.later(4).await;
    assert_eq!(talk.mails(), 0);
    let page = talk.app.get(&talk.clara, "/v1/notifications").await.body;
    assert_eq!(page["items"][0]["kind"], "messageWaiting");
}

#[tokio::test]
async fn the_command_twice_at_once_and_late_tells_once() {
    let mut talk = Talk::new().await;
    talk.say("c-1").await;
    let room_id = talk.room.parse().unwrap();
    let look = |number: u32| {
        envelope(
            &format!("out_01ARZ3NDEKTSV4RRFFQ69G5FA{number}"),
            &LookAtRoom { room_id },
        )
    };
    let early = sqs(&[look(1)]);
    talk.app
        .world
        .invoke("notifications-worker", early)
        .await
        .unwrap();
    talk.app.drain().await;
    assert_eq!(talk.mails(), 0, "too early");
    talk.later(4).await;
    let again = (2..5).map(|number| {
        talk.app
            .world
            .invoke("notifications-worker", sqs(&[look(number)]))
    });
    for outcome in futures_util::future::join_all(again).await {
        assert_eq!(outcome.unwrap()["batchItemFailures"], json!([]));
    }
    talk.app.drain().await;
    assert_eq!(talk.mails(), 1);
}
