//! A suspended person gets no further than the access token that is out already, which dies by itself.

use axum::http::StatusCode;
use proconnect_domain::{UserEvent, UserId};
use proconnect_tests::{Answer, Call, Expect, PASSWORD, Person, TestApp};
use serde_json::json;
use std::time::Duration;

async fn apply(app: &TestApp, person: &Person, event: UserEvent) {
    let users = app.world.app.store.users();
    let id: UserId = person.id.parse().unwrap();
    let mut user = users.get(id).await.unwrap().unwrap();
    user.status = user.status.apply(event).unwrap();
    users.update(&user, None, app.world.now()).await.unwrap();
}

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
    apply(&app, &ada, UserEvent::Suspend).await;
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

    apply(&app, &ada, UserEvent::Restore).await;
    app.anonymous("POST", "/v1/auth/login", Some(body))
        .await
        .expect_status(200);
}

#[tokio::test]
async fn the_second_factor_of_a_suspended_person_stays_as_it_is() {
    let app = TestApp::new().await;
    let ada = app.person("client").await;
    let (_, recovery) = app.second_factor(&ada).await;
    apply(&app, &ada, UserEvent::Suspend).await;
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
    apply(&app, &ada, UserEvent::Suspend).await;
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
        .expect_problem(401, "unauthenticated");
    app.post(&ada, "/v1/auth/totp", json!({"password": PASSWORD}))
        .await
        .expect_problem(401, "unauthenticated");
    refresh(&app, &ada)
        .await
        .expect_problem(401, "invalid_refresh_token");
}
