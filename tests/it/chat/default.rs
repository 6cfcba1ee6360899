//! `chat-default`.

use proconnect_tests::TestApp;
use serde_json::Value;

#[tokio::test]
async fn what_is_no_action_is_refused_and_the_connection_stays() {
    let app = TestApp::new().await;
    let person = app.person("client").await;
    let connection = app.connect(&person).await;
    for frame in [
        r#"{"action": "dance", "clientId": "c-1"}"#,
        r#"{"action": "$disconnect", "clientId": "c-1"}"#,
        r#"{"clientId": "c-1"}"#,
    ] {
        let answer: Value =
            serde_json::from_str(&app.world.frame(&connection.id, frame).await.unwrap()).unwrap();
        assert_eq!(
            (&answer["type"], &answer["code"], &answer["clientId"]),
            (&"error".into(), &"unknown_action".into(), &"c-1".into()),
            "{frame}"
        );
        assert!(answer["detail"].as_str().is_some_and(|detail| !detail.is_empty()));
    }
    for frame in ["", "no JSON", "[]", "{\"action\": {}}"] {
        let answer: Value =
            serde_json::from_str(&app.world.frame(&connection.id, frame).await.unwrap()).unwrap();
        assert_eq!(answer["code"], "unknown_action", "{frame}");
        assert!(answer.get("clientId").is_none(), "{frame}");
    }
    assert_eq!(app.connections(&person).await, [connection.id]);
}
