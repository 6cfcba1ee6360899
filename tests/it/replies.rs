//! How soon somebody answers, as everybody sees it.

use proconnect_domain::{TypedId as _, UserId};
use proconnect_tests::{Expect, Person, TestApp};
use serde_json::Value;
use std::collections::HashMap;
use std::time::Duration;

const MINUTE: u64 = 60;
const HOUR: u64 = 60 * MINUTE;

/// Freelancers of whom each has a place of their own among those whose wait is noted.
async fn askers(app: &TestApp, count: usize) -> Vec<Person> {
    let mut found = HashMap::new();
    while found.len() < count {
        let person = app.person("freelancer").await;
        let id: UserId = person.id.parse().unwrap();
        found.entry((id.ulid().0 >> 8) % 10).or_insert(person);
    }
    found.into_values().collect()
}

/// Says something from a window that is open for this alone.
async fn say(app: &TestApp, person: &Person, room: &str, client_id: &str) {
    let mut window = app.connect(&app.sign_in_person(person).await).await;
    app.say(&mut window, room, client_id, "In which colours?").await;
    app.world.disconnect(&window.id).await;
}

async fn ask(app: &TestApp, asker: &Person, task: &str) -> String {
    let asker = app.sign_in_person(asker).await;
    let room = app.room_of(&asker, task).await;
    say(app, &asker, &room, &format!("{room}-ask")).await;
    room
}

async fn later(app: &TestApp, seconds: u64) {
    app.world.advance(Duration::from_secs(seconds)).await.unwrap();
}

async fn answer_after(app: &TestApp, client: &Person, room: &str, seconds: u64) {
    later(app, seconds).await;
    say(app, client, room, &format!("{room}-answer")).await;
}

/// To the nearest hour: the clock goes on while a test runs.
fn hours(person: &Value) -> Option<u64> {
    let minutes = &person["replyMinutes"];
    assert!(minutes.is_null() || minutes.is_u64(), "{person}");
    minutes.as_u64().map(|minutes| (minutes + 30) / 60)
}

/// What anybody sees of somebody.
async fn seen(app: &TestApp, reader: &Person, of: &Person) -> Option<u64> {
    let reader = app.sign_in_person(reader).await;
    let profile = app.get(&reader, &format!("/v1/users/{}", of.id)).await;
    hours(&profile.expect_status(200).body)
}

#[tokio::test]
async fn the_median_of_first_answers_is_said_once_three_have_asked() {
    let app = TestApp::new().await;
    let client = app.person("client").await;
    let task = app.task(&client).await;
    let askers = askers(&app, 4).await;
    let mut rooms = Vec::new();
    for (asker, wait) in askers.iter().zip([5 * MINUTE, 3 * HOUR, 2 * HOUR]) {
        assert_eq!(seen(&app, asker, &client).await, None);
        let room = ask(&app, asker, &task).await;
        answer_after(&app, &client, &room, wait).await;
        rooms.push(room);
    }
    assert_eq!(seen(&app, &askers[0], &client).await, Some(2));
    assert_eq!(seen(&app, &client, &askers[0]).await, None);

    // What is said later in a room changes nothing.
    later(&app, 20 * HOUR).await;
    say(&app, &askers[0], &rooms[0], "once-more").await;
    answer_after(&app, &client, &rooms[0], 20 * HOUR).await;
    assert_eq!(seen(&app, &askers[0], &client).await, Some(2));

    // Who waits counts as longer than anybody: of four, the longer of the middle two.
    let room = ask(&app, &askers[3], &task).await;
    assert_eq!(seen(&app, &askers[0], &client).await, Some(3));
    answer_after(&app, &client, &room, MINUTE).await;
    assert_eq!(seen(&app, &askers[0], &client).await, Some(2));

    // It is so wherever somebody is named.
    let reader = app.sign_in_person(&askers[0]).await;
    let task = app.get(&reader, &format!("/v1/tasks/{task}")).await.body;
    assert_eq!(hours(&task["client"]), Some(2));
    let room = app.get(&reader, &format!("/v1/rooms/{}", rooms[0])).await.body;
    assert_eq!(hours(&room["participants"][0]["person"]), Some(2));
}

#[tokio::test]
async fn nothing_is_said_of_who_lets_most_people_wait_or_answers_after_a_week() {
    let app = TestApp::new().await;
    let client = app.person("client").await;
    let task = app.task(&client).await;
    let askers = askers(&app, 3).await;
    let mut rooms = Vec::new();
    for asker in &askers {
        rooms.push(ask(&app, asker, &task).await);
    }
    assert_eq!(seen(&app, &askers[0], &client).await, None);
    answer_after(&app, &client, &rooms[0], HOUR).await;
    assert_eq!(seen(&app, &askers[0], &client).await, None);
    answer_after(&app, &client, &rooms[1], 9 * 24 * HOUR).await;
    assert_eq!(seen(&app, &askers[0], &client).await, None);
}

#[tokio::test]
async fn one_person_has_one_voice_however_many_rooms_they_open() {
    let app = TestApp::new().await;
    let client = app.person("client").await;
    let friend = app.person("freelancer").await;
    for _ in 0..4 {
        let task = app.task(&app.sign_in_person(&client).await).await;
        let room = ask(&app, &friend, &task).await;
        answer_after(&app, &client, &room, MINUTE).await;
    }
    assert_eq!(seen(&app, &friend, &client).await, None);
}
