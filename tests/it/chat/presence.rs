//! `chat-presence`, and who is told by the other functions of a connection.

use proconnect_local::sockets::Connection;
use proconnect_tests::{Expect, PASSWORD, Person, TestApp, who_is_there};
use serde_json::{Value, json};
use std::time::Duration;

const MINUTE: Duration = Duration::from_secs(60);

struct Talk {
    app: TestApp,
    clara: Person,
    felix: Person,
    room: String,
}

impl Talk {
    async fn new() -> Self {
        let app = TestApp::new().await;
        let (clara, felix, room) = app.two_in_a_room().await;
        Self {
            app,
            clara,
            felix,
            room,
        }
    }

    async fn say(&self, window: &Connection, status: &str) {
        let frame = json!({"action": "presence", "status": status});
        assert_eq!(self.app.frame(window, frame).await, None);
    }

    async fn ping(&self, window: &Connection) {
        let pong = self.app.frame(window, json!({"action": "ping"})).await;
        assert_eq!(pong, Some(json!({"type": "pong"})));
    }

    /// What one of the two sees of the other, in the room and in the list of rooms.
    async fn seen(&self, by: &Person) -> Value {
        // Their access token may have expired meanwhile.
        let by = &self.app.log_in(by).await;
        let room = self.app.get(by, &format!("/v1/rooms/{}", self.room)).await;
        let list = self.app.get(by, "/v1/rooms").await.expect_status(200).body;
        let room = room.expect_status(200).body;
        assert_eq!(list["items"][0], room);
        let both = room["participants"].as_array().unwrap();
        let own = both.iter().position(|side| side["person"]["id"] == json!(by.id));
        assert_eq!(both[own.unwrap()]["presence"], Value::Null, "oneself");
        both[1 - own.unwrap()]["presence"].clone()
    }

    fn frame(&self, status: &str, last_seen_at: &Value) -> Value {
        json!({"type": "presence", "userId": self.felix.id, "status": status, "lastSeenAt": last_seen_at})
    }

    async fn later(&self, time: Duration) {
        self.app.world.advance(time).await.unwrap();
    }
}

fn is(presence: &Value, status: &str) -> bool {
    presence["status"] == status && presence["lastSeenAt"].is_string() != (status == "online")
}

#[tokio::test]
async fn the_most_present_of_several_windows_counts_and_changes_alone_are_told() {
    let talk = Talk::new().await;
    let app = &talk.app;
    assert_eq!(
        talk.seen(&talk.clara).await,
        Value::Null,
        "nobody knows anything yet"
    );
    let mut hers = app.connect(&talk.clara).await;
    let (desk, mut phone) = (app.connect(&talk.felix).await, app.connect(&talk.felix).await);
    assert_eq!(who_is_there(&mut hers), [talk.frame("online", &Value::Null)]);
    assert!(is(&talk.seen(&talk.clara).await, "online"));
    talk.say(&desk, "away").await;
    assert_eq!(who_is_there(&mut hers), Vec::<Value>::new(), "the phone is not");
    talk.say(&phone, "away").await;
    talk.say(&phone, "away").await;
    let away = talk.seen(&talk.clara).await;
    assert!(is(&away, "away"));
    assert_eq!(who_is_there(&mut hers), [talk.frame("away", &away["lastSeenAt"])]);
    talk.say(&desk, "online").await;
    assert_eq!(who_is_there(&mut hers), [talk.frame("online", &Value::Null)]);
    app.world.disconnect(&desk.id).await;
    app.world.disconnect(&phone.id).await;
    let gone = talk.seen(&talk.clara).await;
    assert!(is(&gone, "offline"));
    let told = who_is_there(&mut hers);
    assert_eq!(told.last(), Some(&talk.frame("offline", &gone["lastSeenAt"])));
    assert_eq!(told.len(), 2, "away on the phone, then gone");
    assert_eq!(
        who_is_there(&mut phone),
        Vec::<Value>::new(),
        "nothing of oneself"
    );
}

#[tokio::test]
async fn a_window_whose_end_nobody_told_falls_silent() {
    let talk = Talk::new().await;
    let (app, mut hers) = (&talk.app, talk.app.connect(&talk.clara).await);
    let his = app.connect(&talk.felix).await;
    talk.later(MINUTE * 5).await;
    for window in [&hers, &his] {
        talk.ping(window).await;
    }
    talk.later(MINUTE * 10).await;
    assert!(is(&talk.seen(&talk.clara).await, "online"), "a ping counts");
    talk.later(MINUTE * 2).await;
    assert!(is(&talk.seen(&talk.clara).await, "offline"));
    // It was only asleep.
    talk.ping(&hers).await;
    who_is_there(&mut hers);
    talk.ping(&his).await;
    assert_eq!(who_is_there(&mut hers), [talk.frame("online", &Value::Null)]);
}

#[tokio::test]
async fn nobody_sees_who_has_blocked_them_or_whom_they_have_blocked() {
    let talk = Talk::new().await;
    let (app, mut hers) = (&talk.app, talk.app.connect(&talk.clara).await);
    let block = format!("/v1/users/{}/block", talk.felix.id);
    app.call(&talk.clara, "PUT", &block, None)
        .await
        .expect_status(204);
    let mut his = app.connect(&talk.felix).await;
    talk.say(&hers, "away").await;
    for (person, window) in [(&talk.clara, &mut hers), (&talk.felix, &mut his)] {
        assert_eq!(talk.seen(person).await, Value::Null);
        assert_eq!(who_is_there(window), Vec::<Value>::new());
    }
    app.call(&talk.clara, "DELETE", &block, None)
        .await
        .expect_status(204);
    assert!(is(&talk.seen(&talk.clara).await, "online"));
    assert!(is(&talk.seen(&talk.felix).await, "away"));
}

#[tokio::test]
async fn who_shares_no_room_learns_nothing_and_who_leaves_is_forgotten() {
    let talk = Talk::new().await;
    let (app, stranger) = (&talk.app, talk.app.person("client").await);
    let mut window = app.connect(&stranger).await;
    let his = app.connect(&talk.felix).await;
    assert_eq!(who_is_there(&mut window), Vec::<Value>::new());
    let path = format!("/v1/rooms/{}", talk.room);
    app.get(&stranger, &path).await.expect_problem(404, "not_found");
    let body = json!({"password": PASSWORD});
    let closed = app.post(&talk.felix, "/v1/users/me/delete", body).await;
    closed.expect_status(204);
    app.drain().await;
    assert_eq!(talk.seen(&talk.clara).await, Value::Null);
    app.world.disconnect(&his.id).await;
    let items = app.world.items().await.unwrap();
    let left = items.iter().filter(|item| {
        item["type"].as_s().unwrap() == "presence" && item["pk"].as_s().unwrap().contains(&talk.felix.id)
    });
    assert_eq!(left.count(), 0);
}

#[tokio::test]
async fn a_session_that_ends_takes_its_windows_along() {
    let talk = Talk::new().await;
    let (app, mut hers) = (&talk.app, talk.app.connect(&talk.clara).await);
    let his = app.connect(&talk.felix).await;
    app.log_out(&talk.felix).await;
    app.drain().await;
    // The worker has closed the connection, which API Gateway tells.
    app.world.disconnect(&his.id).await;
    let told = who_is_there(&mut hers);
    assert_eq!(told.last().unwrap()["status"], "offline");
}

#[tokio::test]
async fn a_flood_is_refused_and_so_is_what_is_no_presence() {
    let talk = Talk::new().await;
    let (app, mut hers) = (&talk.app, talk.app.connect(&talk.clara).await);
    let his = app.connect(&talk.felix).await;
    for status in [json!("offline"), json!(null), json!(1)] {
        let frame = json!({"action": "presence", "status": status});
        let refused = app.frame(&his, frame).await.unwrap();
        assert_eq!(refused["type"], "error", "{refused}");
    }
    who_is_there(&mut hers);
    let mut told = 0;
    let refused = loop {
        let status = ["away", "online"][told % 2];
        let frame = json!({"action": "presence", "status": status});
        match app.frame(&his, frame).await {
            None => told += 1,
            Some(refused) => break refused,
        }
        assert!(told < 100, "nobody is kept from it");
    };
    assert_eq!(refused["code"], "rate_limited");
    assert_eq!(who_is_there(&mut hers).len(), told);
}
