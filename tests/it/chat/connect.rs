//! `chat-connect`.

use axum::http::StatusCode;
use proconnect_tests::{Expect, PASSWORD, TestApp};
use serde_json::json;
use std::time::Duration;

#[tokio::test]
async fn a_ticket_opens_one_connection() {
    let app = TestApp::new().await;
    let person = app.person("client").await;
    let ticket = app.ticket(&person).await;
    let query = format!("ticket={ticket}");
    let connection = app.world.connect(&query).await.unwrap();
    assert_eq!(app.connections(&person).await, [connection.id]);
    assert_eq!(
        app.world.connect(&query).await.err(),
        Some(StatusCode::UNAUTHORIZED),
        "used"
    );
    assert_eq!(app.connections(&person).await.len(), 1);
}

#[tokio::test]
async fn two_at_once_open_one() {
    let app = TestApp::new().await;
    let person = app.person("client").await;
    let query = format!("ticket={}", app.ticket(&person).await);
    let both = tokio::join!(app.world.connect(&query), app.world.connect(&query));
    assert!(both.0.is_ok() ^ both.1.is_ok());
    assert_eq!(app.connections(&person).await.len(), 1);
}

#[tokio::test]
async fn nothing_else_opens_one() {
    let app = TestApp::new().await;
    let person = app.person("client").await;
    let ticket = app.ticket(&person).await;
    for query in [
        String::new(),
        "ticket=".to_owned(),
        "ticket=a.b.c".to_owned(),
        format!("token={ticket}"),
        format!("ticket={}", person.token),
        format!("ticket={ticket}x"),
    ] {
        let refused = app.world.connect(&query).await.err();
        assert_eq!(refused, Some(StatusCode::UNAUTHORIZED), "{query}");
    }
    app.world.advance(Duration::from_secs(60)).await.unwrap();
    let late = app.world.connect(&format!("ticket={ticket}")).await.err();
    assert_eq!(late, Some(StatusCode::UNAUTHORIZED), "expired");
    assert!(app.connections(&person).await.is_empty());
}

#[tokio::test]
async fn a_ticket_of_an_ended_session_opens_none() {
    let app = TestApp::new().await;
    let person = app.person("client").await;
    let ticket = app.ticket(&person).await;
    app.log_out(&person).await;
    let refused = app.world.connect(&format!("ticket={ticket}")).await.err();
    assert_eq!(refused, Some(StatusCode::UNAUTHORIZED), "logged out");

    let person = app.person("client").await;
    let ticket = app.ticket(&person).await;
    let body = json!({"current": PASSWORD, "password": "another pass phrase"});
    app.post(&person, "/v1/auth/change-password", body)
        .await
        .expect_status(200);
    let refused = app.world.connect(&format!("ticket={ticket}")).await.err();
    assert_eq!(refused, Some(StatusCode::UNAUTHORIZED), "another password");
}
