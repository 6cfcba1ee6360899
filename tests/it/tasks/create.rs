use proconnect_tests::{Expect, TestApp};
use serde_json::json;

#[tokio::test]
async fn a_task_is_open_at_once_and_sanitised() {
    let app = TestApp::new().await;
    let client = app.person("client").await;
    let mut body = app.task_body();
    body["description"] =
        json!("<p onclick=\"x()\">A friendly logo for a bakery.</p><script>alert(1)</script>");
    body["skills"] = json!(["Logo design", "logo  DESIGN", "Print"]);
    body["location"] = json!(" Berlin ");
    let task = app.post(&client, "/v1/tasks", body).await.expect_status(201).body;
    assert_eq!(task["status"], "open");
    assert_eq!(task["description"], "<p>A friendly logo for a bakery.</p>");
    assert_eq!(task["skills"], json!(["Logo design", "Print"]));
    assert_eq!(task["location"], "Berlin");
    assert_eq!(task["client"]["tasksPosted"], 1);
    assert!(
        task["clock"]["text"]
            .as_str()
            .unwrap()
            .contains("every bidder is told")
    );
    let found = app
        .anonymous(
            "GET",
            &format!("/v1/tasks/{}", task["id"].as_str().unwrap()),
            None,
        )
        .await;
    assert_eq!(found.expect_status(200).body["title"], "Design a logo");
}

#[tokio::test]
async fn bad_fields_are_all_named() {
    let app = TestApp::new().await;
    let client = app.person("client").await;
    let body = json!({
        "title": "Hi", "description": "<p>short</p>", "category": "design", "skills": [""], "location": "x".repeat(101),
        "deadline": "2020-01-01T00:00:00Z", "budget": {"type": "fixed", "min": 500, "max": 100, "currency": "usd"},
        "attachmentIds": ["fil_01ARZ3NDEKTSV4RRFFQ69G5FAV"],
    });
    let answer = app.post(&client, "/v1/tasks", body).await;
    answer.expect_fields(&[
        "/title",
        "/description",
        "/skills/0",
        "/location",
        "/deadline",
        "/budget",
        "/attachmentIds/0",
    ]);
    for (field, value) in [
        ("category", json!("cooking")),
        ("deadline", json!("soon")),
        ("budget", json!(5)),
    ] {
        let mut body = app.task_body();
        body[field] = value;
        app.post(&client, "/v1/tasks", body)
            .await
            .expect_fields(&[&format!("/{field}")]);
    }
}

#[tokio::test]
async fn freelancers_post_no_tasks() {
    let app = TestApp::new().await;
    let freelancer = app.person("freelancer").await;
    app.post(&freelancer, "/v1/tasks", app.task_body())
        .await
        .expect_problem(403, "forbidden");
}

#[tokio::test]
async fn the_same_key_posts_one_task() {
    let app = TestApp::new().await;
    let client = app.person("client").await;
    let body = app.task_body();
    let first = app
        .post_keyed(&client, "/v1/tasks", "k1", body.clone())
        .await
        .expect_status(201);
    let again = app
        .post_keyed(&client, "/v1/tasks", "k1", body.clone())
        .await
        .expect_status(201);
    assert_eq!(first.body, again.body);
    assert_eq!(again.headers["idempotent-replayed"], "true");
    let mut other = body.clone();
    other["title"] = json!("Design another logo");
    app.post_keyed(&client, "/v1/tasks", "k1", other)
        .await
        .expect_problem(409, "idempotency_key_reused");
    let stranger = app.person("client").await;
    app.post_keyed(&stranger, "/v1/tasks", "k1", body)
        .await
        .expect_status(201);
    let mine = app.get(&client, "/v1/tasks/mine").await.body;
    assert_eq!(mine["items"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn deceptive_and_deep_texts_are_refused() {
    let app = TestApp::new().await;
    let client = app.person("client").await;
    for (field, text) in [
        ("title", "\u{200b}".repeat(8)),
        ("title", "Design \u{202e}moc.live".to_owned()),
        ("title", format!("Zalgo{}", "\u{335}".repeat(20))),
        ("description", "\u{3164}".repeat(40)),
        (
            "description",
            format!("{}A description that is long enough", "<ul><li>".repeat(6_000)),
        ),
    ] {
        let mut body = app.task_body();
        body[field] = json!(text);
        let answer = app.post(&client, "/v1/tasks", body).await;
        answer.expect_fields(&[&format!("/{field}")]);
    }
}
