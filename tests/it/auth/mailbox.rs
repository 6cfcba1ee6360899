//! A mailbox that strangers name gets a handful of mails a day.

use proconnect_tests::{Call, Expect, TestApp};
use serde_json::{Value, json};
use std::time::Duration;

/// As from another network each time.
async fn post(app: &TestApp, number: u32, path: &str, body: Value) {
    let address = format!("198.51.{}.{}", number / 250, number % 250 + 1);
    let call = Call {
        body: Some(body),
        address: Some(&address),
        ..Call::default()
    };
    let answer = app.world.send("POST", path, call).await;
    assert!(
        matches!(answer.status, 201 | 202),
        "{path}: {} {}",
        answer.status,
        answer.body
    );
}

async fn flood(app: &TestApp, email: &str, from: u32) {
    for number in (from..from + 30).step_by(3) {
        let body = json!({"email": email, "password": "a stranger's words", "name": "Eve", "role": "client"});
        post(app, number, "/v1/auth/register", body).await;
        post(app, number + 1, "/v1/auth/resend-code", json!({"email": email})).await;
        post(
            app,
            number + 2,
            "/v1/auth/forgot-password",
            json!({"email": email}),
        )
        .await;
        app.drain().await;
    }
}

#[tokio::test]
async fn a_flood_reaches_nobody() {
    let app = TestApp::new().await;
    let ada = app.person("client").await;
    app.advance(1).await;
    for (email, before) in [(ada.email.as_str(), 1), ("victim@example.com", 0)] {
        flood(&app, email, 0).await;
        let mailed = app.subjects(email);
        assert_eq!(mailed.len(), before + 5, "{mailed:?}");
        let exists = mailed
            .iter()
            .filter(|subject| *subject == "You have an account already");
        assert_eq!(exists.count(), before, "{mailed:?}");
    }
}

#[tokio::test]
async fn a_day_later_there_is_room_again() {
    let app = TestApp::new().await;
    flood(&app, "victim@example.com", 0).await;
    app.world.advance(Duration::from_secs(23 * 3600)).await.unwrap();
    flood(&app, "victim@example.com", 300).await;
    assert_eq!(app.subjects("victim@example.com").len(), 5);
    app.world.advance(Duration::from_secs(3600)).await.unwrap();
    app.register("victim@example.com", "Vera", "client")
        .await
        .expect_status(201);
    app.drain().await;
    assert_eq!(app.subjects("victim@example.com").len(), 6);
}
