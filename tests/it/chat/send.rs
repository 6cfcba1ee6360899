//! `chat-send`.

use proconnect_domain::UserEvent;
use proconnect_local::sockets::Connection;
use proconnect_tests::{Expect, Person, TestApp, dies_at, heard, last_heard};
use serde_json::{Value, json};
use std::time::Duration;

/// A client and a freelancer in a room, each with a window open.
struct Talk {
    app: TestApp,
    clara: Person,
    felix: Person,
    room: String,
    hers: Connection,
    his: Connection,
}

impl Talk {
    async fn new() -> Self {
        let app = TestApp::new().await;
        let (clara, felix, room) = app.two_in_a_room().await;
        let (hers, his) = (app.connect(&clara).await, app.connect(&felix).await);
        Self {
            app,
            clara,
            felix,
            room,
            hers,
            his,
        }
    }

    fn frame(&self, client_id: &str, text: &str) -> Value {
        json!({"action": "send", "roomId": self.room, "clientId": client_id, "text": text})
    }

    /// Sends a frame that is refused; returns code and pointer of the refusal.
    async fn refused(&self, window: &Connection, frame: Value) -> (String, Value) {
        let answer = self.app.frame(window, frame.clone()).await;
        let answer = answer.unwrap_or_else(|| panic!("{frame} was taken"));
        assert_eq!(answer["type"], "error", "{answer}");
        let code = answer["code"].as_str().unwrap().to_owned();
        (code, answer["errors"][0]["pointer"].clone())
    }
}

fn kinds(frames: &[Value]) -> Vec<&str> {
    frames
        .iter()
        .map(|frame| frame["type"].as_str().unwrap())
        .collect()
}

#[tokio::test]
async fn a_message_comes_to_every_window_of_both_sides_and_to_nobody_else() {
    let mut talk = Talk::new().await;
    let mut second = talk.app.connect(&talk.felix).await;
    let mut stranger = talk.app.connect(&talk.app.person("freelancer").await).await;
    let frame = talk.frame("c-1", " Which colours?\r\nTwo? ");
    assert_eq!(talk.app.frame(&talk.his, frame).await, None);
    let told = heard(&mut talk.hers);
    assert_eq!(kinds(&told), ["message"]);
    let message = &told[0]["message"];
    assert_eq!(message["text"], "Which colours?\nTwo?");
    assert_eq!(
        (&message["roomId"], &message["senderId"]),
        (&json!(talk.room), &json!(talk.felix.id))
    );
    assert_eq!(
        (&message["version"], &message["previousId"]),
        (&json!(1), &json!(null))
    );
    for window in [&mut talk.his, &mut second] {
        let told = heard(window);
        assert_eq!(kinds(&told), ["ack", "receipt"]);
        assert_eq!(
            (&told[0]["clientId"], &told[0]["message"]),
            (&json!("c-1"), message)
        );
        assert_eq!(
            told[1],
            json!({
                "type": "receipt", "roomId": talk.room, "userId": talk.clara.id, "upTo": message["id"],
                "status": "delivered",
            })
        );
    }
    assert_eq!(heard(&mut stranger), Vec::<Value>::new());
    for person in [&talk.clara, &talk.felix] {
        assert_eq!(
            &talk.app.messages(person, &talk.room).await,
            std::slice::from_ref(message)
        );
    }
}

#[tokio::test]
async fn sent_again_it_is_one_message_and_another_text_is_refused() {
    let mut talk = Talk::new().await;
    let first = talk.app.say(&mut talk.his, &talk.room, "c-1", "Hello").await;
    heard(&mut talk.hers);
    let repeats = (0..5).map(|_| talk.app.frame(&talk.his, talk.frame("c-1", "Hello")));
    assert_eq!(futures_util::future::join_all(repeats).await, vec![None; 5]);
    let told = heard(&mut talk.his);
    let acks: Vec<&Value> = told.iter().filter(|frame| frame["type"] == "ack").collect();
    assert_eq!(acks.len(), 5);
    assert!(acks.iter().all(|ack| ack["message"] == first), "{acks:?}");
    let refused = talk.refused(&talk.his, talk.frame("c-1", "Goodbye")).await;
    assert_eq!(refused.0, "client_id_reused");
    // Another person's ids are their own.
    talk.app.say(&mut talk.hers, &talk.room, "c-1", "Hi").await;
    assert_eq!(talk.app.messages(&talk.clara, &talk.room).await.len(), 2);
}

#[tokio::test]
async fn the_same_one_five_times_at_once_is_one_message() {
    let mut talk = Talk::new().await;
    let repeats = (0..5).map(|_| talk.app.frame(&talk.his, talk.frame("c-1", "Hello")));
    assert_eq!(futures_util::future::join_all(repeats).await, vec![None; 5]);
    let acks = heard(&mut talk.his)
        .into_iter()
        .filter(|frame| frame["type"] == "ack");
    let ids: Vec<Value> = acks.map(|ack| ack["message"]["id"].clone()).collect();
    assert_eq!(ids.len(), 5);
    assert!(ids.iter().all(|id| *id == ids[0]), "{ids:?}");
    assert_eq!(talk.app.messages(&talk.clara, &talk.room).await.len(), 1);
}

#[tokio::test]
async fn a_function_that_dies_at_any_step_leaves_one_message_and_a_repeat_tells_both() {
    let mut talk = Talk::new().await;
    let mut step = 1;
    loop {
        let frame = talk.frame(&format!("c-{step}"), &format!("Step {step}"));
        let sent = dies_at(step, talk.app.frame(&talk.his, frame.clone())).await;
        heard(&mut talk.his);
        // The browser hears nothing, and sends it again.
        assert_eq!(talk.app.frame(&talk.his, frame).await, None, "{step}");
        let ack = last_heard(&mut talk.his, "ack");
        let told = heard(&mut talk.hers);
        assert_eq!(told.last().unwrap()["message"], ack["message"], "{step}");
        if sent.is_some() {
            break;
        }
        step += 1;
        talk.app.rest().await;
    }
    assert!(
        step > 2,
        "it dies between reading and writing, and between writing and telling"
    );
    let mut all = talk.app.messages(&talk.clara, &talk.room).await;
    all.reverse();
    assert_eq!(all.len(), step, "each once");
    for (number, message) in (1..).zip(&all) {
        assert_eq!(message["text"], json!(format!("Step {number}")));
    }
    assert!(all.windows(2).all(|pair| pair[1]["previousId"] == pair[0]["id"]));
}

#[tokio::test]
async fn both_sides_at_once_have_one_order() {
    let talk = Talk::new().await;
    let frames = (0..8).map(|number| {
        let window = if number % 2 == 0 { &talk.his } else { &talk.hers };
        talk.app
            .frame(window, talk.frame(&format!("c-{number}"), "At once"))
    });
    let answers = futures_util::future::join_all(frames).await;
    assert_eq!(answers, vec![None; 8]);
    let all = talk.app.messages(&talk.clara, &talk.room).await;
    assert_eq!(all.len(), 8);
    for pair in all.windows(2) {
        assert!(pair[0]["id"].as_str() > pair[1]["id"].as_str());
        assert_eq!(pair[0]["previousId"], pair[1]["id"], "none is lost between them");
        assert!(pair[0]["sentAt"].as_str() >= pair[1]["sentAt"].as_str());
    }
    assert_eq!(all, talk.app.messages(&talk.felix, &talk.room).await);
}

#[tokio::test]
async fn what_is_no_message_is_refused_and_reaches_nobody() {
    let mut talk = Talk::new().await;
    let long = "x".repeat(8_001);
    for text in ["", " \n", "\u{200b}\u{3164}", "bell\u{7}", &long] {
        let refused = talk.refused(&talk.his, talk.frame("c-1", text)).await;
        assert_eq!(refused, ("invalid_fields".to_owned(), json!("/text")), "{text:?}");
    }
    let mut nameless = talk.frame("", "Hello");
    let refused = talk.refused(&talk.his, nameless.clone()).await;
    assert_eq!(refused, ("invalid_fields".to_owned(), json!("/clientId")));
    nameless.as_object_mut().unwrap().remove("clientId");
    let refused = talk.refused(&talk.his, nameless).await;
    assert_eq!(refused, ("invalid_fields".to_owned(), json!("/clientId")));
    let mut nowhere = talk.frame("c-1", "Hello");
    nowhere["roomId"] = json!("rom_01JD9ZZZZZZZZZZZZZZZZZZZ00");
    assert_eq!(talk.refused(&talk.his, nowhere).await.0, "not_found");
    let stranger = talk.app.connect(&talk.app.person("freelancer").await).await;
    let refused = talk.refused(&stranger, talk.frame("c-1", "Hello")).await;
    assert_eq!(refused.0, "not_found");
    assert_eq!(heard(&mut talk.hers), Vec::<Value>::new());
    assert_eq!(
        talk.app.messages(&talk.clara, &talk.room).await,
        Vec::<Value>::new()
    );
}

#[tokio::test]
async fn files_are_clean_one_s_own_and_seen_by_the_other_side_alone() {
    let mut talk = Talk::new().await;
    let app = &talk.app;
    let file = app.text_file(&talk.felix, "chat").await;
    let (hers, other) = (
        app.text_file(&talk.clara, "chat").await,
        app.text_file(&talk.felix, "bid").await,
    );
    for (ids, pointer) in [
        (json!([hers]), "/fileIds/0"),
        (json!([file, other]), "/fileIds/1"),
        (json!(["fil_01JD9ZZZZZZZZZZZZZZZZZZZ00"]), "/fileIds/0"),
    ] {
        let mut frame = talk.frame("c-1", "As in here.");
        frame["fileIds"] = ids;
        let refused = talk.refused(&talk.his, frame).await;
        assert_eq!(refused, ("invalid_fields".to_owned(), json!(pointer)));
    }
    let mut frame = talk.frame("c-2", "");
    frame["fileIds"] = json!([file]);
    assert_eq!(app.frame(&talk.his, frame.clone()).await, None);
    let message = last_heard(&mut talk.hers, "message")["message"].clone();
    assert_eq!(
        (&message["text"], &message["files"][0]["id"]),
        (&json!(""), &json!(file))
    );
    // Sent again, the file is where it was.
    assert_eq!(app.frame(&talk.his, frame).await, None);
    let again = last_heard(&mut talk.his, "ack")["message"].clone();
    assert_eq!(again, message);
    let mut elsewhere = talk.frame("c-3", "");
    elsewhere["fileIds"] = json!([file]);
    assert_eq!(talk.refused(&talk.his, elsewhere).await.0, "file_in_use");
    let path = format!("/v1/files/{file}");
    let seen = app.get(&talk.clara, &path).await.expect_status(200);
    assert!(seen.body["downloadUrl"].is_string());
    let stranger = app.person("freelancer").await;
    app.get(&stranger, &path).await.expect_problem(404, "not_found");
}

#[tokio::test]
async fn a_flood_is_told_when_to_go_on() {
    let mut talk = Talk::new().await;
    let mut sent = 0;
    // Thirty at once, and one more with each second that this takes.
    let refused = loop {
        let frame = talk.frame(&format!("c-{sent}"), "!");
        match talk.app.frame(&talk.his, frame).await {
            None => sent += 1,
            Some(refused) => break refused,
        }
        assert!(sent < 200, "nobody is kept from it");
    };
    assert!(sent >= 30, "{sent}");
    assert_eq!(
        (&refused["code"], &refused["retryAfter"], &refused["clientId"]),
        (&json!("rate_limited"), &json!(1), &json!(format!("c-{sent}")))
    );
    heard(&mut talk.hers);
    // The other side is not kept from answering.
    talk.app.say(&mut talk.hers, &talk.room, "c-1", "Slowly.").await;
    talk.app.world.advance(Duration::from_secs(1)).await.unwrap();
    talk.app
        .say(&mut talk.his, &talk.room, &format!("c-{sent}"), "!")
        .await;
}

#[tokio::test]
async fn whose_account_is_not_in_use_says_nothing() {
    let mut talk = Talk::new().await;
    talk.app.happens(&talk.felix, UserEvent::Suspend).await;
    let refused = talk.refused(&talk.his, talk.frame("c-1", "Hello")).await;
    assert_eq!(refused.0, "account_suspended");
    assert_eq!(heard(&mut talk.hers), Vec::<Value>::new());
    // Restored, they go on where they were.
    talk.app.happens(&talk.felix, UserEvent::Restore).await;
    talk.app.say(&mut talk.his, &talk.room, "c-1", "Hello").await;
    talk.app.world.disconnect(&talk.his.id).await;
    let refused = talk.refused(&talk.his, talk.frame("c-2", "Hello")).await;
    assert_eq!(refused.0, "unauthenticated");
}

#[tokio::test]
async fn nobody_writes_to_who_has_left() {
    let mut talk = Talk::new().await;
    talk.app.say(&mut talk.his, &talk.room, "c-1", "Hello").await;
    talk.app.rest().await;
    let body = json!({"password": proconnect_tests::PASSWORD});
    let closed = talk.app.post(&talk.felix, "/v1/users/me/delete", body).await;
    closed.expect_status(204);
    talk.app.drain().await;
    let refused = talk
        .refused(&talk.hers, talk.frame("c-1", "Are you there?"))
        .await;
    assert_eq!(refused.0, "invalid_state");
    let rooms = talk
        .app
        .get(&talk.clara, "/v1/rooms")
        .await
        .expect_status(200)
        .body;
    assert_eq!(rooms["items"][0]["participants"][1]["person"]["hasLeft"], true);
    assert_eq!(
        talk.app.messages(&talk.clara, &talk.room).await[0]["text"],
        "Hello"
    );
}

#[tokio::test]
async fn a_window_that_is_gone_keeps_nothing_from_the_others() {
    let mut talk = Talk::new().await;
    let dead = talk.app.connect(&talk.clara).await;
    let gone = dead.id.clone();
    drop(dead);
    assert!(talk.app.connections(&talk.clara).await.contains(&gone));
    talk.app.say(&mut talk.his, &talk.room, "c-1", "Hello").await;
    assert_eq!(last_heard(&mut talk.hers, "message")["message"]["text"], "Hello");
    assert_eq!(talk.app.connections(&talk.clara).await, [talk.hers.id.clone()]);
    // Where nobody is, nothing is delivered, and nothing is lost.
    talk.app.world.disconnect(&talk.hers.id).await;
    let frame = talk.frame("c-2", "Are you there?");
    assert_eq!(talk.app.frame(&talk.his, frame).await, None);
    assert_eq!(kinds(&heard(&mut talk.his)), ["ack"]);
    assert_eq!(talk.app.messages(&talk.clara, &talk.room).await.len(), 2);
}

#[tokio::test]
async fn what_fits_into_no_frame_is_told_without_its_text() {
    let mut talk = Talk::new().await;
    let text = "😀".repeat(8_000);
    let cut = talk.app.say(&mut talk.his, &talk.room, "c-1", &text).await;
    assert_eq!((&cut["text"], &cut["isCut"]), (&json!(""), &json!(true)));
    let told = last_heard(&mut talk.hers, "message");
    assert!(told["message"]["isCut"].as_bool().unwrap() && told.to_string().len() < 32 * 1024);
    let whole = &talk.app.messages(&talk.clara, &talk.room).await[0];
    assert_eq!((&whole["text"], &whole["isCut"]), (&json!(text), &json!(false)));
}
