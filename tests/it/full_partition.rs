//! What a search costs at its dearest: it looks at a full window of cards, and nearly none of them matches.

use proconnect_tests::{Answer, Person, TestApp, root};
use serde_json::json;

/// As many cards as one search looks at, `SEARCH_WINDOW` in shared/store.
const WINDOW: usize = 400;

/// Units by the answer's `Server-Timing`.
fn units(answer: &Answer) -> f64 {
    let timing = answer.headers["server-timing"].to_str().unwrap();
    let rest = timing.split("units=").nth(1).unwrap();
    rest.split([' ', '"']).next().unwrap().parse().unwrap()
}

/// The row of `docs/data-model.md`, "A full window": units at most.
fn promised(name: &str) -> f64 {
    let text = std::fs::read_to_string(root().join("docs/data-model.md")).unwrap();
    let section = text.split("### A full window").nth(1).unwrap();
    let row = section
        .lines()
        .find(|line| line.starts_with(&format!("| `{name}`")));
    let cells: Vec<&str> = row.unwrap().split('|').map(str::trim).collect();
    cells[2].parse().unwrap()
}

/// `cards` are there. Fewer than a window cost their part of it: DynamoDB counts bytes, and rounds the sum.
#[track_caller]
fn keeps_its_promise(name: &str, answer: &Answer, cards: usize) {
    assert_eq!(answer.status, 200, "{}", answer.body);
    assert!(
        answer.body["items"].as_array().unwrap().is_empty(),
        "nothing matches"
    );
    let (measured, promised) = (units(answer), promised(name));
    let found = measured * WINDOW as f64 / cards as f64;
    println!("{name}: {measured} units for {cards} cards, {found} for {WINDOW} (at most {promised})");
    assert!(found <= promised, "{name}: {found} units, at most {promised}");
    // The document does not say more than is true either.
    assert!(
        found > promised * 0.8,
        "{name}: {found} units, far below {promised}"
    );
}

/// A card with a title, a summary and skills as long as people write them.
async fn post(app: &TestApp, client: &Person, number: usize) {
    let mut body = app.task_body();
    body["title"] = json!(format!(
        "Build a shop for a bakery with three branches, number {number}"
    ));
    body["description"] = json!(format!(
        "<p>{}</p>",
        "We bake, and want to sell by the Internet. ".repeat(20)
    ));
    body["skills"] = json!(["Rust", "PostgreSQL", "TypeScript", "React", "Accessibility"]);
    let answer = app.post(client, "/v1/tasks", body).await;
    assert_eq!(answer.status, 201, "{}", answer.body);
}

#[tokio::test]
async fn a_full_window_of_tasks() {
    let app = TestApp::new().await;
    let client = app.person("client").await;
    // More than a window: ids fall into the partitions by chance, and each of them is to have its whole share.
    for number in 0..WINDOW * 3 / 2 {
        post(&app, &client, number).await;
    }
    let path = "/v1/tasks?q=nobody-writes-this";
    keeps_its_promise("tasks-search", &app.anonymous("GET", path, None).await, WINDOW);
}

#[tokio::test]
async fn a_full_window_of_freelancers() {
    let app = TestApp::new().await;
    // Registering takes its time: a quarter of a window.
    let cards = WINDOW / 4;
    for number in 0..cards {
        app.rest().await;
        let person = app.person("freelancer").await;
        let body = json!({
            "headline": format!("Web developer for small shops, {number} years old"),
            "bio": "I build what small shops need. ".repeat(30),
            "skills": ["Rust", "PostgreSQL", "TypeScript", "React", "Accessibility"],
        });
        let answer = app.call(&person, "PATCH", "/v1/users/me", Some(body)).await;
        assert_eq!(answer.status, 200, "{}", answer.body);
    }
    let path = "/v1/freelancers?q=nobody-writes-this";
    keeps_its_promise("users-search", &app.anonymous("GET", path, None).await, cards);
}
