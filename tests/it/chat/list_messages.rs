//! `chat-list-messages`.

use proconnect_tests::{Expect, TestApp};
use serde_json::{Value, json};

fn texts(body: &Value) -> Vec<&str> {
    let items = body["items"].as_array().unwrap().iter();
    items.map(|message| message["text"].as_str().unwrap()).collect()
}

#[tokio::test]
async fn a_history_is_read_from_its_end_from_its_middle_and_from_a_gap_on() {
    let app = TestApp::new().await;
    let (clara, felix, room) = app.two_in_a_room().await;
    let mut his = app.connect(&felix).await;
    let mut ids = Vec::new();
    for number in 1..=7 {
        let said = app
            .say(&mut his, &room, &format!("c-{number}"), &number.to_string())
            .await;
        ids.push(said["id"].as_str().unwrap().to_owned());
    }
    let path = |query: &str| format!("/v1/rooms/{room}/messages?{query}");
    let page = async |query: &str| app.get(&clara, &path(query)).await.expect_status(200).body;
    let newest = page("limit=3").await;
    assert_eq!(texts(&newest), ["7", "6", "5"]);
    let next = newest["nextCursor"].as_str().unwrap();
    assert_eq!(
        texts(&page(&format!("limit=3&cursor={next}")).await),
        ["4", "3", "2"]
    );
    let middle = page(&format!("limit=2&upTo={}", ids[3])).await;
    assert_eq!(texts(&middle), ["4", "3"]);
    let next = middle["nextCursor"].as_str().unwrap();
    let older = page(&format!("limit=5&upTo={}&cursor={next}", ids[3])).await;
    assert_eq!(
        (texts(&older), &older["nextCursor"]),
        (vec!["2", "1"], &json!(null))
    );
    let missed = page(&format!("limit=2&after={}", ids[3])).await;
    assert_eq!(texts(&missed), ["5", "6"]);
    let next = missed["nextCursor"].as_str().unwrap();
    let rest = page(&format!("limit=2&after={}&cursor={next}", ids[3])).await;
    assert_eq!((texts(&rest), &rest["nextCursor"]), (vec!["7"], &json!(null)));
    // Each names the one before it.
    let all = page("limit=100").await;
    let chain = all["items"].as_array().unwrap().windows(2);
    for pair in chain {
        assert_eq!(pair[0]["previousId"], pair[1]["id"]);
    }
    assert_eq!(all["items"][6]["previousId"], json!(null));
    let both = format!("upTo={}&after={}", ids[0], ids[1]);
    app.get(&clara, &path(&both)).await.expect_fields(&["/after"]);
    app.get(&clara, &path("limit=101"))
        .await
        .expect_fields(&["/limit"]);
}

#[tokio::test]
async fn nobody_else_reads_it() {
    let app = TestApp::new().await;
    let (clara, _, room) = app.two_in_a_room().await;
    for stranger in [
        app.person("client").await,
        app.person("freelancer").await,
        app.admin().await,
    ] {
        app.get(&stranger, &format!("/v1/rooms/{room}/messages"))
            .await
            .expect_problem(404, "not_found");
    }
    for room in ["x", "rom_01JD9ZZZZZZZZZZZZZZZZZZZ00"] {
        app.get(&clara, &format!("/v1/rooms/{room}/messages"))
            .await
            .expect_problem(404, "not_found");
    }
}
