//! `system-remind`.

use proconnect_tests::{Expect, Person, TestApp};
use serde_json::json;

/// What somebody was reminded of, the newest first.
async fn reminders(app: &TestApp, person: &Person) -> Vec<String> {
    let person = app.log_in(person).await;
    let page = app
        .get(&person, "/v1/notifications?category=reminders")
        .await
        .expect_status(200);
    let texts = page.body["items"].as_array().unwrap().iter();
    texts
        .map(|item| item["text"].as_str().unwrap().to_owned())
        .collect()
}

async fn run(app: &TestApp) {
    for _ in 0..2 {
        app.world.invoke("system-remind", json!({})).await.unwrap();
        app.drain().await;
    }
}

#[tokio::test]
async fn who_must_answer_is_reminded_three_days_and_one_day_before_and_once_each() {
    let app = TestApp::new().await;
    let hired = app.hired().await;
    app.fund(&hired, &hired.milestones[0]).await;
    app.submit(&hired, &hired.milestones[0]).await.expect_status(201);
    run(&app).await;
    for (days, told) in [(10, 0), (2, 1), (0, 1), (1, 2), (0, 2)] {
        app.advance(days).await;
        run(&app).await;
        assert_eq!(reminders(&app, &hired.client).await.len(), told, "{days}");
    }
    let told = reminders(&app, &hired.client).await;
    assert_eq!(told[0], "“Drafts” waits for you: less than a day is left.");
    assert_eq!(told[1], "“Drafts” waits for you: less than 3 days are left.");
    assert_eq!(reminders(&app, &hired.freelancer).await.len(), 0);
}

#[tokio::test]
async fn a_task_whose_bids_wait_is_told_of_and_one_without_is_not() {
    let app = TestApp::new().await;
    let (client, idle) = (app.person("client").await, app.person("client").await);
    let task = app.task(&client).await;
    app.task(&idle).await;
    app.bid(&app.person("freelancer").await, &task, 40_000).await;
    run(&app).await;
    let mut most = 0;
    for _ in 0..10 {
        app.advance(1).await;
        most = most.max(reminders(&app, &client).await.len());
    }
    assert_eq!(most, 2);
    assert_eq!(reminders(&app, &idle).await.len(), 0);
}
