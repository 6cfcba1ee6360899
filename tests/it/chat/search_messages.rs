//! `chat-search-messages`.

use proconnect_tests::{Expect, Person, TestApp, id};
use serde_json::{Value, json};

async fn found(app: &TestApp, person: &Person, room: &str, query: &str) -> Value {
    let path = format!("/v1/rooms/{room}/messages/search?{query}");
    app.get(person, &path).await.expect_status(200).body
}

fn texts(body: &Value) -> Vec<&str> {
    let items = body["items"].as_array().unwrap().iter();
    items
        .map(|hit| hit["message"]["text"].as_str().unwrap())
        .collect()
}

#[tokio::test]
async fn both_sides_find_what_was_said_by_how_its_words_begin() {
    let app = TestApp::new().await;
    let (clara, felix, room) = app.two_in_a_room().await;
    let (mut his, mut hers) = (app.connect(&felix).await, app.connect(&clara).await);
    app.say(&mut his, &room, "c-1", "Three logos for the bakery")
        .await;
    app.say(&mut hers, &room, "c-1", "One LOGO, please: the bakery’s logotype")
        .await;
    app.say(&mut his, &room, "c-2", "明日の納品書を送ります").await;
    for person in [&clara, &felix] {
        let logo = found(&app, person, &room, "q=logo").await;
        // The very word first, then those that begin so; each message once.
        assert_eq!(
            texts(&logo),
            [
                "One LOGO, please: the bakery’s logotype",
                "Three logos for the bakery"
            ]
        );
        assert_eq!(logo["items"][1]["places"], json!([{"start": 6, "end": 11}]));
        assert_eq!(
            texts(&found(&app, person, &room, "q=bak+three").await),
            ["Three logos for the bakery"]
        );
        assert_eq!(
            texts(&found(&app, person, &room, "q=%E7%B4%8D%E5%93%81").await).len(),
            1
        );
        assert_eq!(
            texts(&found(&app, person, &room, "q=cupboard").await),
            Vec::<&str>::new()
        );
    }
}

#[tokio::test]
async fn what_was_edited_or_deleted_is_found_by_what_it_is_now() {
    let app = TestApp::new().await;
    let (clara, felix, room) = app.two_in_a_room().await;
    let mut his = app.connect(&felix).await;
    let said = app.say(&mut his, &room, "c-1", "A red logo").await;
    let path = format!("/v1/rooms/{room}/messages/{}", id(&said));
    let body = json!({"text": "A blue logo", "version": 1});
    app.call(&felix, "PATCH", &path, Some(body))
        .await
        .expect_status(200);
    for (query, hits) in [("q=red", 0), ("q=blue", 1), ("q=logo", 1)] {
        assert_eq!(
            texts(&found(&app, &clara, &room, query).await).len(),
            hits,
            "{query}"
        );
    }
    app.call(&felix, "DELETE", &path, None).await.expect_status(200);
    for query in ["q=red", "q=blue", "q=logo"] {
        assert_eq!(
            texts(&found(&app, &clara, &room, query).await).len(),
            0,
            "{query}"
        );
    }
    let items = app.world.items().await.unwrap();
    let words = items.iter().filter(|item| item["type"].as_s().unwrap() == "word");
    assert_eq!(words.count(), 0, "nothing is left of it");
}

#[tokio::test]
async fn every_word_of_a_long_message_is_found_and_pages_show_each_once() {
    let app = TestApp::new().await;
    let (clara, felix, room) = app.two_in_a_room().await;
    let mut his = app.connect(&felix).await;
    let long: Vec<String> = (0..200).map(|number| format!("word{number:03}")).collect();
    let said = app.say(&mut his, &room, "c-1", &long.join(" ")).await;
    for word in ["word000", "word100", "word199"] {
        assert_eq!(
            texts(&found(&app, &clara, &room, &format!("q={word}")).await).len(),
            1
        );
    }
    assert_eq!(texts(&found(&app, &clara, &room, "q=word").await).len(), 1);
    for number in 0..5 {
        app.say(&mut his, &room, &format!("d-{number}"), &format!("logo {number}"))
            .await;
    }
    let (mut seen, mut cursor) = (Vec::new(), String::new());
    loop {
        let page = found(&app, &clara, &room, &format!("q=logo&limit=2{cursor}")).await;
        seen.extend(texts(&page).into_iter().map(str::to_owned));
        match page["nextCursor"].as_str() {
            Some(next) => cursor = format!("&cursor={next}"),
            None => break,
        }
    }
    assert_eq!(seen, ["logo 4", "logo 3", "logo 2", "logo 1", "logo 0"]);
    let path = format!("/v1/rooms/{room}/messages/{}", id(&said));
    app.call(&felix, "DELETE", &path, None).await.expect_status(200);
    let items = app.world.items().await.unwrap();
    let left = items.iter().filter(|item| item["type"].as_s().unwrap() == "word");
    assert_eq!(left.count(), 10, "of the five short ones");
}

#[tokio::test]
async fn nobody_else_finds_anything_and_nothing_is_no_search() {
    let app = TestApp::new().await;
    let (clara, felix, room) = app.two_in_a_room().await;
    let mut his = app.connect(&felix).await;
    app.say(&mut his, &room, "c-1", "A red logo").await;
    let path = |query: &str| format!("/v1/rooms/{room}/messages/search?{query}");
    for stranger in [app.person("client").await, app.admin().await] {
        app.get(&stranger, &path("q=logo"))
            .await
            .expect_problem(404, "not_found");
    }
    let long = format!("q={}", "x".repeat(101));
    for query in ["", "q=", "q=%20", "q=a", "q=%25", &long] {
        app.get(&clara, &path(query)).await.expect_fields(&["/q"]);
    }
}
