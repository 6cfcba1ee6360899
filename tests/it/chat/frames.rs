//! What the handler of a frame is given, and what never reaches it.

use lambda_runtime::{Context, LambdaEvent};
use proconnect_api::ServerFrame;
use proconnect_runtime::{ApiError, App, Connected, Frame, SocketReply as _, socket_invoke, take};
use proconnect_tests::TestApp;
use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::{Value, json};

#[derive(Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
struct Say {
    text: String,
    #[serde(default)]
    times: u8,
}

/// Answers with what it was given, in the place of what a handler would do with it.
async fn say(_: &App, connected: Connected, frame: Frame<Say>) -> Result<ServerFrame, ApiError> {
    Ok(ServerFrame::Error {
        code: frame.body.text.repeat(frame.body.times.into()),
        detail: connected.user_id.to_string(),
        client_id: frame.client_id,
        errors: Vec::new(),
        retry_after: None,
    })
}

/// A frame on a connection, through the adapter that `socket!` uses.
async fn answer(app: &TestApp, connection: &str, text: &str) -> Value {
    let payload = json!({
        "requestContext": {
            "routeKey": "say", "eventType": "MESSAGE", "connectionId": connection, "requestId": "r-1",
            "apiId": "local", "domainName": "localhost", "stage": "ws", "connectedAt": 0, "requestTimeEpoch": 0,
            "messageDirection": "IN", "identity": {"sourceIp": "127.0.0.1"},
        },
        "isBase64Encoded": false, "body": text,
    });
    let event = LambdaEvent::new(payload, Context::default());
    let answer = socket_invoke("chat-say", app.world.app.clone(), event, |app, event| {
        Box::pin(async move {
            let (connected, frame) = take(app, event).await?;
            Ok(say(app, connected, frame).await?.into_frame())
        })
    });
    let answer = answer.await.unwrap();
    assert_eq!(answer["statusCode"], 200, "{text}");
    serde_json::from_str(answer["body"].as_str().unwrap()).unwrap()
}

#[tokio::test]
async fn a_handler_knows_whose_the_connection_is_and_what_was_said() {
    let app = TestApp::new().await;
    let person = app.person("client").await;
    let connection = app.connect(&person).await;
    let frame = r#"{"action": "say", "clientId": "c-1", "text": "ho", "times": 2}"#;
    let said = answer(&app, &connection.id, frame).await;
    let expected = json!({"type": "error", "code": "hoho", "detail": person.id, "clientId": "c-1"});
    assert_eq!(said, expected);
}

#[tokio::test]
async fn what_is_not_of_the_shape_is_refused_in_the_words_of_the_http_api() {
    let app = TestApp::new().await;
    let connection = app.connect(&app.person("client").await).await;
    let long = format!(r#"{{"text": "x", "clientId": "{}"}}"#, "x".repeat(30_000));
    for (frame, code, pointer) in [
        ("", "malformed", Value::Null),
        ("{", "malformed", Value::Null),
        ("[]", "malformed", Value::Null),
        (r#"{"action": "say"}"#, "invalid_fields", json!("/text")),
        (r#"{"text": ["x"]}"#, "invalid_fields", json!("/text")),
        (
            r#"{"text": "x", "times": 300}"#,
            "invalid_fields",
            json!("/times"),
        ),
        (
            r#"{"text": "x", "clientId": 7}"#,
            "invalid_fields",
            json!("/clientId"),
        ),
        (long.as_str(), "invalid_fields", json!("/clientId")),
    ] {
        let refused = answer(&app, &connection.id, frame).await;
        assert_eq!(
            (&refused["type"], &refused["code"]),
            (&json!("error"), &json!(code)),
            "{frame}"
        );
        assert_eq!(refused["errors"][0]["pointer"], pointer, "{frame}");
        assert!(refused.get("clientId").is_none(), "{frame}");
        assert!(refused.to_string().len() < 1_000, "a refusal is short");
    }
    let refused = answer(&app, &connection.id, r#"{"text": 7, "clientId": "c-1"}"#).await;
    assert_eq!(refused["clientId"], "c-1");
}

#[tokio::test]
async fn a_connection_that_nobody_has_any_more_says_nothing() {
    let app = TestApp::new().await;
    let connection = app.connect(&app.person("client").await).await;
    app.world.disconnect(&connection.id).await;
    for id in [connection.id.as_str(), "nobody"] {
        let refused = answer(&app, id, r#"{"text": "x"}"#).await;
        assert_eq!(refused["code"], "unauthenticated");
    }
}
