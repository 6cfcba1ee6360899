//! Security events are one line each, which says who and from where, and nothing that somebody typed.

use crate::Lines;
use proconnect_tests::{Answer, Call, PASSWORD, Person, TestApp};
use serde_json::{Value, json};

const NETWORK: &str = "192.0.2.7";

/// The one security event of a call from another network.
async fn event(app: &TestApp, method: &str, path: &str, call: Call<'_>) -> (Answer, Value) {
    let (lines, _in_force) = Lines::kept();
    let call = Call {
        address: Some(NETWORK),
        ..call
    };
    let answer = app.world.send(method, path, call).await;
    let mut events = lines.read();
    events.retain(|line| line["event"].is_string());
    assert_eq!(events.len(), 1, "{path}: {} {events:#?}", answer.body);
    (answer, events.remove(0))
}

fn by<'a>(person: Option<&'a Person>, body: Value) -> Call<'a> {
    Call {
        token: person.map(|person| person.token.as_str()),
        body: Some(body),
        ..Call::default()
    }
}

#[tokio::test]
async fn each_says_who_and_from_where() {
    let app = TestApp::new().await;
    let (ada, eve) = (app.person("client").await, app.person("client").await);
    app.log_out(&eve).await;
    let login = |password: &str| json!({"email": ada.email, "password": password});
    let unknown = json!({"email": "nobody@example.com", "password": "wrong password"});
    let current = json!({"current": "wrong password", "password": "another pass phrase"});
    let calls = [
        (
            "/v1/auth/login",
            by(None, login("wrong password")),
            "authentication_failed",
            Some(&ada),
        ),
        ("/v1/auth/login", by(None, unknown), "authentication_failed", None),
        (
            "/v1/auth/change-password",
            by(Some(&ada), current),
            "authentication_failed",
            Some(&ada),
        ),
        ("/v1/auth/refresh", by(None, json!({})), "token_refused", None),
        (
            "/v1/payments/onboarding",
            by(Some(&ada), json!({})),
            "access_refused",
            Some(&ada),
        ),
        (
            "/v1/auth/totp",
            by(Some(&eve), json!({"password": PASSWORD})),
            "token_refused",
            Some(&eve),
        ),
    ];
    for (path, call, name, who) in calls {
        let (answer, line) = event(&app, "POST", path, call).await;
        assert_eq!(line["event"], name, "{path}");
        assert_eq!(line["code"], answer.body["code"], "{path}");
        assert_eq!(line["user"].as_str(), who.map(|who| who.id.as_str()), "{path}");
        assert_eq!(
            (&line["network"], &line["level"]),
            (&json!(NETWORK), &json!("WARN"))
        );
        let text = line.to_string();
        for typed in ["@", "wrong password", "pass phrase"] {
            assert!(!text.contains(typed), "{text}");
        }
    }
}

#[tokio::test]
async fn who_is_limited_is_seen() {
    let app = TestApp::new().await;
    let body = json!({"email": "ada@example.com"});
    for _ in 0..3 {
        let call = Call {
            address: Some(NETWORK),
            ..by(None, body.clone())
        };
        app.world.send("POST", "/v1/auth/forgot-password", call).await;
    }
    let (answer, line) = event(&app, "POST", "/v1/auth/forgot-password", by(None, body)).await;
    assert_eq!((answer.status, &line["event"]), (429, &json!("limited")));
}

/// An expired token and a mistyped field happen to everybody.
#[tokio::test]
async fn what_happens_every_day_is_none() {
    let app = TestApp::new().await;
    let ada = app.person("client").await;
    let (lines, _in_force) = Lines::kept();
    let call = by(Some(&ada), json!({"title": ""}));
    app.world.send("POST", "/v1/tasks", call).await;
    app.world
        .advance(std::time::Duration::from_secs(15 * 60))
        .await
        .unwrap();
    app.get(&ada, "/v1/users/me").await;
    let lines = lines.read();
    assert!(lines.iter().any(|line| line["message"] == "refused"));
    assert!(!lines.iter().any(|line| line["event"].is_string()), "{lines:#?}");
}
