//! A suspended person gets no further than the access token that is out already, which dies by itself.

use axum::http::StatusCode;
use proconnect_domain::{UserEvent, UserStatus};
use proconnect_events::Actor;
use proconnect_store::StoreError;
use proconnect_tests::{Answer, Call, Expect, PASSWORD, Person, TestApp};
use serde_json::json;
use std::time::Duration;

async fn refresh(app: &TestApp, person: &Person) -> Answer {
    let headers = vec![("cookie", person.cookie.clone())];
    let call = Call {
        headers,
        ..Call::default()
    };
    app.world.send("POST", "/v1/auth/refresh", call).await
}

async fn change_password(app: &TestApp, person: &Person) -> Answer {
    let body = json!({"current": PASSWORD, "password": "another pass phrase"});
    app.post(person, "/v1/auth/change-password", body).await
}

#[tokio::test]
async fn no_token_and_no_session_is_issued_to_a_suspended_person() {
    let app = TestApp::new().await;
    let ada = app.person("client").await;
    let ticket = app.ticket(&ada).await;
    app.happens(&ada, UserEvent::Suspend).await;
    let body = json!({"email": ada.email, "password": PASSWORD});
    app.anonymous("POST", "/v1/auth/login", Some(body.clone()))
        .await
        .expect_problem(403, "account_suspended");
    let answer = change_password(&app, &ada).await;
    let answer = answer.expect_problem(403, "account_suspended");
    assert!(!answer.headers.contains_key("set-cookie"));
    let refused = app.world.connect(&format!("ticket={ticket}")).await.err();
    assert_eq!(refused, Some(StatusCode::FORBIDDEN));
    refresh(&app, &ada).await.expect_problem(403, "account_suspended");

    app.happens(&ada, UserEvent::Restore).await;
    app.anonymous("POST", "/v1/auth/login", Some(body))
        .await
        .expect_status(200);
}

#[tokio::test]
async fn the_second_factor_of_a_suspended_person_stays_as_it_is() {
    let app = TestApp::new().await;
    let ada = app.person("client").await;
    let (_, recovery) = app.second_factor(&ada).await;
    app.happens(&ada, UserEvent::Suspend).await;
    for (path, body) in [
        ("/v1/auth/totp", json!({"password": PASSWORD})),
        ("/v1/auth/totp/confirm", json!({"code": "123456"})),
        (
            "/v1/auth/totp/disable",
            json!({"password": PASSWORD, "code": recovery[0]}),
        ),
    ] {
        let answer = app.post(&ada, path, body).await;
        answer.expect_problem(403, "account_suspended");
    }
}

#[tokio::test]
async fn the_access_token_that_is_out_ends_within_fifteen_minutes() {
    let app = TestApp::new().await;
    let ada = app.person("client").await;
    app.happens(&ada, UserEvent::Suspend).await;
    app.world.advance(Duration::from_secs(15 * 60)).await.unwrap();
    app.get(&ada, "/v1/users/me")
        .await
        .expect_problem(401, "token_expired");
    change_password(&app, &ada)
        .await
        .expect_problem(401, "token_expired");
    refresh(&app, &ada).await.expect_problem(403, "account_suspended");
}

#[tokio::test]
async fn who_has_left_is_nobody() {
    let app = TestApp::new().await;
    let ada = app.person("client").await;
    app.post(&ada, "/v1/users/me/delete", json!({"password": PASSWORD}))
        .await
        .expect_status(204);
    change_password(&app, &ada)
        .await
        .expect_problem(401, "session_ended");
    app.post(&ada, "/v1/auth/totp", json!({"password": PASSWORD}))
        .await
        .expect_problem(401, "session_ended");
    refresh(&app, &ada)
        .await
        .expect_problem(401, "invalid_refresh_token");
}

/// Read before, written after: the transaction itself refuses, whether it checks the account, changes it in place, or
/// writes it over what was read.
#[tokio::test]
async fn who_is_suspended_between_read_and_write_is_refused() {
    let app = TestApp::new().await;
    let (ada, felix) = (app.person("client").await, app.person("freelancer").await);
    let bid = app.bid(&felix, &app.task(&ada).await, 40_000).await;
    let (store, now) = (&app.world.app.store, app.world.now());
    let acting = |person: &Person| store.acting(Actor::User(person.id.parse().unwrap()));

    let bids = acting(&felix);
    let read = bids.bids().get(bid.parse().unwrap()).await.unwrap().unwrap();
    let users = acting(&felix);
    let account = users
        .users()
        .get(felix.id.parse().unwrap())
        .await
        .unwrap()
        .unwrap();
    let tasks = acting(&ada);
    let (task, _) = tasks.tasks().get_for(read.task_id, None).await.unwrap().unwrap();
    let mut task = task.into_inner();
    task.id = app.world.app.new_id().unwrap();
    app.happens(&felix, UserEvent::Suspend).await;
    app.happens(&ada, UserEvent::Suspend).await;

    let refused = |outcome: Result<(), StoreError>| match outcome {
        Err(StoreError::Account(status)) => assert_eq!(status, Some(UserStatus::Suspended)),
        other => panic!("{other:?}"),
    };
    refused(bids.bids().update(&read, [], now).await);
    refused(users.users().update(&account, now).await);
    refused(tasks.tasks().create(&task, &[], None, now).await);

    app.happens(&felix, UserEvent::Restore).await;
    bids.bids().update(&read, [], now).await.unwrap();
    let moved = users.users().update(&account, now).await;
    assert!(matches!(moved, Err(StoreError::Stale("user"))), "{moved:?}");
}

#[tokio::test]
async fn who_does_not_exist_writes_nothing() {
    let app = TestApp::new().await;
    let felix = app.person("freelancer").await;
    let task = app.task(&app.person("client").await).await;
    let bid = app.bid(&felix, &task, 40_000).await;
    let nobody = app
        .world
        .app
        .store
        .acting(Actor::User(app.world.app.new_id().unwrap()));
    let read = nobody.bids().get(bid.parse().unwrap()).await.unwrap().unwrap();
    let outcome = nobody.bids().update(&read, None, app.world.now()).await;
    assert!(matches!(outcome, Err(StoreError::Account(None))), "{outcome:?}");
}
