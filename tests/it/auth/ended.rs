//! An access token whose session has ended is of no use for anything that matters, although it is still good.

use proconnect_events::Actor;
use proconnect_store::StoreError;
use proconnect_tests::{Expect, PASSWORD, Person, TestApp};
use serde_json::json;

async fn change_password(app: &TestApp, person: &Person) -> Person {
    let body = json!({"current": PASSWORD, "password": "another pass phrase"});
    let answer = app.post(person, "/v1/auth/change-password", body).await;
    Person::from(&person.email, &answer.expect_status(200))
}

/// The thief's token is still good when the owner changes the password because of it.
#[tokio::test]
async fn whoever_stole_a_token_does_nothing_with_it_once_the_password_is_another() {
    let app = TestApp::new().await;
    let ada = app.person("client").await;
    let thief = app.log_in(&ada).await;
    let ada = change_password(&app, &ada).await;
    let own = app.get(&ada, "/v1/auth/sessions").await.body["items"][0]["id"].clone();
    let new_session = format!("/v1/auth/sessions/{}", own.as_str().unwrap());
    for (method, path, body) in [
        ("POST", "/v1/tasks", Some(app.task_body())),
        ("GET", "/v1/users/me/export", None),
        ("GET", "/v1/auth/sessions", None),
        ("GET", "/v1/users/me/activity", None),
        ("POST", "/v1/chat/ticket", None),
        ("PATCH", "/v1/users/me", Some(json!({"name": "Mallory"}))),
        ("DELETE", new_session.as_str(), None),
        (
            "POST",
            "/v1/users/me/delete",
            Some(json!({"password": "another pass phrase"})),
        ),
    ] {
        let answer = app.call(&thief, method, path, body).await;
        answer.expect_problem(401, "session_ended");
    }
    app.get(&thief, "/v1/tasks/mine").await.expect_status(200);
    app.get(&ada, "/v1/auth/sessions").await.expect_status(200);
    app.post(&ada, "/v1/tasks", app.task_body())
        .await
        .expect_status(201);
    app.drain().await;
    let told = app.subjects(&ada.email);
    assert!(told.iter().all(|subject| !subject.contains("closed")), "{told:?}");
}

#[tokio::test]
async fn a_session_that_was_ended_in_the_list_writes_nothing_more() {
    let app = TestApp::new().await;
    let ada = app.person("client").await;
    let other = app.log_in(&ada).await;
    let path = format!("/v1/auth/sessions/{}", app.caller(&other).session_id);
    app.call(&ada, "DELETE", &path, None).await.expect_status(204);
    app.post(&other, "/v1/tasks", app.task_body())
        .await
        .expect_problem(401, "session_ended");
    // One's own, which is how a client may log out.
    let path = format!("/v1/auth/sessions/{}", app.caller(&ada).session_id);
    app.call(&ada, "DELETE", &path, None).await.expect_status(204);
    app.call(&ada, "DELETE", &path, None)
        .await
        .expect_problem(401, "session_ended");
}

/// Between read and write, whether the transaction checks the account, changes it in place, or writes it over what was read.
#[tokio::test]
async fn a_session_that_ends_between_read_and_write_is_refused_by_the_write() {
    let app = TestApp::new().await;
    let ada = app.person("client").await;
    let felix = app.person("freelancer").await;
    let task = app.task(&ada).await;
    let bid = app.bid(&felix, &task, 40_000).await;
    let now = app.world.now();
    for all in [false, true] {
        let (ada, felix) = (app.log_in(&ada).await, app.log_in(&felix).await);
        let acting = |person: &Person| {
            let caller = app.caller(person);
            let store = app.world.app.store.acting(Actor::User(caller.user_id));
            store.by_session(Some(caller.session()))
        };
        let (bids, users, tasks) = (acting(&felix), acting(&felix), acting(&ada));
        let read = bids.bids().get(bid.parse().unwrap()).await.unwrap().unwrap();
        let account = users.users().get(read.freelancer.id).await.unwrap().unwrap();
        let (posted, _) = tasks.tasks().get_for(read.task_id, None).await.unwrap().unwrap();
        let mut posted = posted.into_inner();
        posted.id = app.world.app.new_id().unwrap();
        for person in [&ada, &felix] {
            match all {
                true => drop(change_password(&app, person).await),
                false => app.log_out(person).await,
            }
        }
        let outcomes = [
            bids.bids().update(&read, [], now).await,
            users.users().update(&account, now).await,
            tasks.tasks().create(&posted, &[], None, now).await,
        ];
        for outcome in outcomes {
            assert!(
                matches!(outcome, Err(StoreError::SessionEnded)),
                "{all} {outcome:?}"
            );
        }
    }
}

/// A refresh that was read before all sessions were ended issues nothing after it.
#[tokio::test]
async fn a_refresh_does_not_outrun_a_new_password() {
    let app = TestApp::new().await;
    let ada = app.person("client").await;
    let elsewhere = app.log_in(&ada).await;
    let caller = app.caller(&elsewhere);
    let sessions = app.world.app.store.sessions();
    let read = sessions
        .with_user(caller.user_id, caller.session_id)
        .await
        .unwrap();
    let (_, session) = read.unwrap();
    change_password(&app, &ada).await;
    let outcome = sessions.rotate(&session, app.world.now()).await;
    assert!(matches!(outcome, Err(StoreError::SessionEnded)), "{outcome:?}");
}

/// The answer under a key is not given for a call that is refused.
#[tokio::test]
async fn the_same_call_again_by_an_ended_session_is_refused() {
    let app = TestApp::new().await;
    let ada = app.person("client").await;
    let key = "6f1b0a52-4f0e-4d5e-9a63-0d7f5f3a1c11";
    let body = app.task_body();
    app.post_keyed(&ada, "/v1/tasks", key, body.clone())
        .await
        .expect_status(201);
    app.log_out(&ada).await;
    app.post_keyed(&ada, "/v1/tasks", key, body)
        .await
        .expect_problem(401, "session_ended");
}
