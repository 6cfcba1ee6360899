use proconnect_domain::DAY;
use proconnect_tests::{Expect, Person, TestApp};
use serde_json::{Value, json};

async fn post(app: &TestApp, client: &Person, change: Value) {
    let mut body = app.task_body();
    body["description"] = json!("<p>Everything that there is to know about it.</p>");
    for (field, value) in change.as_object().unwrap() {
        body[field] = value.clone();
    }
    app.post(client, "/v1/tasks", body).await.expect_status(201);
}

async fn titles(app: &TestApp, query: &str) -> Vec<String> {
    let answer = app
        .anonymous("GET", &format!("/v1/tasks?{query}"), None)
        .await
        .expect_status(200);
    let items = answer.body["items"].as_array().unwrap().clone();
    items
        .iter()
        .map(|item| item["title"].as_str().unwrap().to_owned())
        .collect()
}

#[tokio::test]
async fn every_filter_narrows() {
    let app = TestApp::new().await;
    let client = app.person("client").await;
    let soon = app.world.now().plus(DAY * 2);
    post(
        &app,
        &client,
        json!({"title": "Logo for a bakery", "location": "Berlin", "deadline": soon}),
    )
    .await;
    let budget = json!({"type": "hourly", "min": 200_000, "max": 300_000, "currency": "usd"});
    post(
        &app,
        &client,
        json!({"title": "Web shop", "category": "web-development", "skills": ["React"], "budget": budget}),
    )
    .await;
    post(
        &app,
        &client,
        json!({"title": "Poem about rust", "category": "writing"}),
    )
    .await;
    assert_eq!(
        titles(&app, "").await,
        ["Poem about rust", "Web shop", "Logo for a bakery"]
    );
    assert_eq!(titles(&app, "sort=deadline").await[0], "Logo for a bakery");
    for (query, found) in [
        ("q=BAKERY%20logo", "Logo for a bakery"),
        ("category=web-development", "Web shop"),
        ("skill=react", "Web shop"),
        ("budgetMin=60000", "Web shop"),
        ("budgetType=hourly", "Web shop"),
        ("location=berl", "Logo for a bakery"),
        ("q=poem&budgetMax=20000", "Poem about rust"),
    ] {
        assert_eq!(titles(&app, query).await, [found], "{query}");
    }
    assert_eq!(
        titles(&app, &format!("deadlineBefore={}", soon.plus(DAY))).await,
        ["Logo for a bakery"]
    );
    assert!(titles(&app, "q=nothing").await.is_empty());
}

#[tokio::test]
async fn pages_hold_everything_once() {
    let app = TestApp::new().await;
    let client = app.person("client").await;
    for number in 0..7 {
        post(&app, &client, json!({"title": format!("Task number {number}")})).await;
    }
    for query in ["limit=3", "limit=3&category=design", "limit=3&sort=deadline"] {
        let (mut all, mut cursor, mut pages) = (Vec::new(), String::new(), 0);
        loop {
            let path = format!("/v1/tasks?{query}&cursor={cursor}");
            let page = app.anonymous("GET", &path, None).await.expect_status(200).body;
            all.extend(
                page["items"]
                    .as_array()
                    .unwrap()
                    .iter()
                    .map(|item| item["title"].to_string()),
            );
            pages += 1;
            match page["nextCursor"].as_str() {
                Some(next) => next.clone_into(&mut cursor),
                None => break,
            }
        }
        let mut unique = all.clone();
        unique.sort();
        unique.dedup();
        assert_eq!((all.len(), unique.len()), (7, 7), "{query}");
        assert!(pages >= 3, "{query}");
    }
}

#[tokio::test]
async fn bad_queries_are_refused() {
    let app = TestApp::new().await;
    app.anonymous("GET", "/v1/tasks?limit=0", None)
        .await
        .expect_fields(&["/limit"]);
    app.anonymous("GET", "/v1/tasks?limit=101", None)
        .await
        .expect_fields(&["/limit"]);
    app.anonymous("GET", "/v1/tasks?cursor=nonsense", None)
        .await
        .expect_problem(400, "invalid_cursor");
    for (name, value) in [
        ("limit", "many"),
        ("limit", "-1"),
        ("category", "cooking"),
        ("budgetMin", "x"),
        ("deadlineBefore", "soon"),
        ("sort", "price"),
    ] {
        app.anonymous("GET", &format!("/v1/tasks?{name}={value}"), None)
            .await
            .expect_fields(&[&format!("/{name}")]);
    }
}
