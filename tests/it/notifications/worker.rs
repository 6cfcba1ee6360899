//! `notifications-worker`.

use proconnect_local::sockets::{Connection, Outgoing};
use proconnect_tests::{Expect, PASSWORD, TestApp};
use serde_json::{Value, json};

fn frame(connection: &mut Connection) -> Option<Value> {
    match connection.incoming.try_recv() {
        Ok(Outgoing::Text(text)) => Some(serde_json::from_str(&text).unwrap()),
        _ => None,
    }
}

fn is_closed(connection: &mut Connection) -> bool {
    connection.incoming.try_recv() == Ok(Outgoing::Close)
}

#[tokio::test]
async fn the_outcome_of_a_scan_is_told_to_each_of_the_owners_pages() {
    let app = TestApp::new().await;
    let (owner, other) = (app.person("client").await, app.person("client").await);
    let (mut first, mut second) = (app.connect(&owner).await, app.connect(&owner).await);
    let mut others = app.connect(&other).await;
    let file = app.file(&owner, "task", "text/plain", b"hello").await;
    for connection in [&mut first, &mut second] {
        let told = frame(connection).expect("a frame");
        assert_eq!(
            (&told["type"], &told["file"]["id"]),
            (&json!("file"), &json!(file))
        );
        assert_eq!(told["file"]["status"], "clean");
        assert!(told["file"].get("downloadUrl").is_none());
        assert_eq!(frame(connection), None, "told once");
    }
    assert_eq!(frame(&mut others), None);
}

#[tokio::test]
async fn a_connection_that_is_gone_is_forgotten_and_the_others_are_told() {
    let app = TestApp::new().await;
    let owner = app.person("client").await;
    let (gone, mut here) = (app.connect(&owner).await, app.connect(&owner).await);
    // The browser vanished, and `$disconnect` never came.
    let id = gone.id.clone();
    drop(gone);
    app.file(&owner, "task", "text/plain", b"hello").await;
    assert!(frame(&mut here).is_some());
    let left = app.connections(&owner).await;
    assert!(left == [here.id.clone()] && left != [id]);
}

#[tokio::test]
async fn the_connections_of_an_ended_session_are_closed() {
    let app = TestApp::new().await;
    let person = app.person("client").await;
    let elsewhere = app.log_in(&person).await;
    let (mut here, mut there) = (app.connect(&person).await, app.connect(&elsewhere).await);
    app.log_out(&elsewhere).await;
    app.drain().await;
    assert!(is_closed(&mut there) && !is_closed(&mut here));
    assert_eq!(app.connections(&person).await, [here.id.clone()]);
}

#[tokio::test]
async fn a_new_password_closes_every_connection_but_those_of_the_new_session() {
    let app = TestApp::new().await;
    let person = app.person("client").await;
    let elsewhere = app.log_in(&person).await;
    let (mut here, mut there) = (app.connect(&person).await, app.connect(&elsewhere).await);
    app.advance(1).await;
    let mut renewed = app.log_in(&person).await;
    let body = json!({"current": PASSWORD, "password": "another pass phrase"});
    let answer = app
        .post(&renewed, "/v1/auth/change-password", body)
        .await
        .expect_status(200);
    renewed.token = answer.body["accessToken"].as_str().unwrap().to_owned();
    let mut new = app.connect(&renewed).await;
    app.drain().await;
    assert!(is_closed(&mut here) && is_closed(&mut there) && !is_closed(&mut new));
    assert_eq!(app.connections(&person).await, [new.id.clone()]);
}
