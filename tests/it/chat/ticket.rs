//! `chat-ticket`.

use proconnect_domain::UserEvent;
use proconnect_tests::{Expect, TestApp};
use serde_json::Value;

#[tokio::test]
async fn a_ticket_names_the_address_and_is_no_access_token() {
    let app = TestApp::new().await;
    let person = app.person("client").await;
    let answer = app
        .post(&person, "/v1/chat/ticket", Value::Null)
        .await
        .expect_status(200);
    assert_eq!(answer.body["expiresIn"], 60);
    assert_eq!(answer.body["url"], "ws://localhost:8080/ws");
    let mut thief = person.clone();
    thief.token = answer.body["ticket"].as_str().unwrap().to_owned();
    app.get(&thief, "/v1/users/me")
        .await
        .expect_problem(401, "unauthenticated");
}

#[tokio::test]
async fn tickets_are_limited_per_account() {
    let app = TestApp::new().await;
    let (person, other) = (app.person("client").await, app.person("client").await);
    // On a busy machine some come back while the others are taken: one in five seconds.
    let mut taken = 0;
    let refused = loop {
        let answer = app.post(&person, "/v1/chat/ticket", Value::Null).await;
        if answer.status != 200 {
            break answer.expect_problem(429, "rate_limited");
        }
        taken += 1;
        assert!(taken < 120, "nobody is refused");
    };
    assert!(taken >= 60, "{taken}");
    assert!(
        refused.headers["retry-after"]
            .to_str()
            .unwrap()
            .parse::<u32>()
            .unwrap()
            >= 1
    );
    app.post(&other, "/v1/chat/ticket", Value::Null)
        .await
        .expect_status(200);
}

#[tokio::test]
async fn who_may_not_connect_gets_none() {
    let app = TestApp::new().await;
    let (person, other) = (app.person("client").await, app.person("client").await);
    app.happens(&person, UserEvent::Suspend).await;
    app.post(&person, "/v1/chat/ticket", Value::Null)
        .await
        .expect_problem(403, "account_suspended");
    app.log_out(&other).await;
    app.post(&other, "/v1/chat/ticket", Value::Null)
        .await
        .expect_problem(401, "session_ended");
}
