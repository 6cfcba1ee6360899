//! `chat-search-rooms`.

use proconnect_tests::{Expect, Person, TestApp, id};
use serde_json::{Value, json};

/// What is found, as the titles of rooms' people and texts.
async fn found(app: &TestApp, person: &Person, query: &str) -> Vec<(String, String)> {
    let page = app.get(person, &format!("/v1/rooms/search?q={query}")).await;
    pairs(&page.expect_status(200).body)
}

fn pairs(page: &Value) -> Vec<(String, String)> {
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let pair = |item: &Value| (text(&item["room"]["id"]), text(&item["hit"]["message"]["text"]));
    page["items"].as_array().unwrap().iter().map(pair).collect()
}

#[tokio::test]
async fn what_was_said_is_found_in_all_of_ones_rooms_and_in_nobody_elses() {
    let app = TestApp::new().await;
    let clara = app.person("client").await;
    let (felix, fiona) = (app.person("freelancer").await, app.person("freelancer").await);
    let task = app.task(&clara).await;
    let (with_felix, with_fiona) = (app.room_of(&felix, &task).await, app.room_of(&fiona, &task).await);
    let (mut his, mut hers) = (app.connect(&felix).await, app.connect(&fiona).await);
    let at = |room: &String, text: &str| (room.clone(), text.to_owned());
    app.say(&mut his, &with_felix, "c-1", "Three logos for the bakery")
        .await;
    app.say(&mut his, &with_felix, "c-2", "Or one LOGO").await;
    app.rest().await;
    let said = app
        .say(&mut hers, &with_fiona, "c-1", "A logotype, 明日の納品書")
        .await;
    assert_eq!(
        found(&app, &clara, "logo").await,
        [
            at(&with_fiona, "A logotype, 明日の納品書"),
            at(&with_felix, "Or one LOGO"),
            at(&with_felix, "Three logos for the bakery"),
        ]
    );
    let whole = app.get(&clara, "/v1/rooms/search?q=bak+log").await.body;
    assert_eq!(pairs(&whole), [at(&with_felix, "Three logos for the bakery")]);
    assert_eq!(whole["items"][0]["room"]["other"]["id"], json!(felix.id));
    assert_eq!(
        whole["items"][0]["hit"]["places"],
        json!([{"start": 6, "end": 11}, {"start": 20, "end": 26}])
    );
    assert_eq!(found(&app, &clara, "%E7%B4%8D%E5%93%81").await.len(), 1);
    assert_eq!(found(&app, &fiona, "logo").await.len(), 1, "her own room alone");
    assert_eq!(found(&app, &app.person("client").await, "logo").await.len(), 0);
    // As it is now.
    let path = format!("/v1/rooms/{with_fiona}/messages/{}", id(&said));
    app.call(&fiona, "DELETE", &path, None).await.expect_status(200);
    assert_eq!(found(&app, &clara, "logo").await.len(), 2);
    for query in ["", "a", "%25", &"x".repeat(101)] {
        app.get(&clara, &format!("/v1/rooms/search?q={query}"))
            .await
            .expect_fields(&["/q"]);
    }
}

#[tokio::test]
async fn of_a_room_the_newest_five_are_shown_and_pages_lead_through_all_rooms() {
    let app = TestApp::new().await;
    let clara = app.person("client").await;
    let task = app.task(&clara).await;
    for number in 0..12 {
        let felix = app.person("freelancer").await;
        let room = app.room_of(&felix, &task).await;
        let mut his = app.connect(&felix).await;
        let times = if number == 0 { 7 } else { 1 };
        for time in 0..times {
            let text = format!("logo {number} {time}");
            app.say(&mut his, &room, &format!("c-{time}"), &text).await;
        }
        app.rest().await;
    }
    let first = app.get(&clara, "/v1/rooms/search?q=logo").await.body;
    let texts = |page: &Value| pairs(page).into_iter().map(|(_, text)| text).collect::<Vec<_>>();
    assert_eq!(texts(&first).len(), 10);
    assert_eq!(texts(&first)[0], "logo 11 0");
    let cursor = first["nextCursor"].as_str().unwrap();
    let path = format!("/v1/rooms/search?q=logo&cursor={cursor}");
    let second = app.get(&clara, &path).await.expect_status(200).body;
    assert_eq!(
        texts(&second),
        [
            "logo 1 0", "logo 0 6", "logo 0 5", "logo 0 4", "logo 0 3", "logo 0 2"
        ]
    );
    assert_eq!(second["nextCursor"], Value::Null);
    // A cursor of another list, or of somebody else, is none.
    let felix = app.person("freelancer").await;
    app.get(&felix, &path).await.expect_problem(400, "invalid_cursor");
}
