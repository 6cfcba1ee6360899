//! `chat-ping`.

use proconnect_tests::TestApp;
use serde_json::{Value, json};

#[tokio::test]
async fn a_ping_is_answered_on_its_connection() {
    let app = TestApp::new().await;
    let person = app.person("client").await;
    let connection = app.connect(&person).await;
    let answer = app
        .world
        .frame(&connection.id, r#"{"action": "ping"}"#)
        .await
        .unwrap();
    assert_eq!(
        serde_json::from_str::<Value>(&answer).unwrap(),
        json!({"type": "pong"})
    );
}
