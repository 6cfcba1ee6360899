use proconnect_auth::code_at;
use proconnect_store::SessionRecord;
use proconnect_tests::{Answer, Expect, PASSWORD, Person, TestApp};
use serde_json::{Value, json};
use std::time::Duration;

async fn confirm(app: &TestApp, person: &Person, body: Value) -> Answer {
    app.post(person, "/v1/auth/reauthenticate", body).await
}

/// A quarter of an hour later, with the session refreshed.
async fn later(app: &TestApp, person: &Person) -> Person {
    app.world.advance(Duration::from_secs(15 * 60)).await.unwrap();
    app.refreshed(person).await
}

async fn session(app: &TestApp, person: &Person) -> SessionRecord {
    let (caller, sessions) = (app.caller(person), app.world.app.store.sessions());
    let found = sessions.with_user(caller.user_id, caller.session_id).await;
    found.unwrap().unwrap().1.into_inner()
}

async fn is_confirmed(app: &TestApp, person: &Person) -> bool {
    session(app, person).await.is_confirmed(app.world.now())
}

#[tokio::test]
async fn the_password_counts_for_a_quarter_of_an_hour_in_one_session() {
    let app = TestApp::new().await;
    let ada = app.person("client").await;
    let other = app.log_in(&ada).await;
    assert!(is_confirmed(&app, &ada).await, "a log-in counts as well");
    let (ada, other) = (later(&app, &ada).await, app.refreshed(&other).await);
    assert!(!is_confirmed(&app, &ada).await);
    for _ in 0..2 {
        confirm(&app, &ada, json!({"password": PASSWORD}))
            .await
            .expect_status(204);
    }
    assert!(is_confirmed(&app, &ada).await && !is_confirmed(&app, &other).await);
    let ada = later(&app, &ada).await;
    assert!(!is_confirmed(&app, &ada).await);
}

#[tokio::test]
async fn a_wrong_password_confirms_nothing_and_tries_are_counted() {
    let app = TestApp::new().await;
    let ada = app.person("client").await;
    let ada = later(&app, &ada).await;
    for _ in 0..10 {
        confirm(&app, &ada, json!({"password": "wrong password"}))
            .await
            .expect_fields(&["/password"]);
    }
    confirm(&app, &ada, json!({"password": PASSWORD}))
        .await
        .expect_problem(429, "rate_limited");
    assert!(!is_confirmed(&app, &ada).await);
}

#[tokio::test]
async fn with_two_step_log_in_it_takes_a_code_and_each_once() {
    let app = TestApp::new().await;
    let ada = app.person("client").await;
    let (secret, recovery) = app.second_factor(&ada).await;
    let ada = later(&app, &ada).await;
    confirm(&app, &ada, json!({"password": PASSWORD}))
        .await
        .expect_fields(&["/code"]);
    confirm(&app, &ada, json!({"password": PASSWORD, "code": "000000"}))
        .await
        .expect_problem(422, "invalid_code");
    assert!(!is_confirmed(&app, &ada).await);
    let code = code_at(&secret, app.world.now()).unwrap();
    let both = json!({"password": PASSWORD, "code": code});
    let (one, other) = tokio::join!(
        confirm(&app, &ada, both.clone()),
        confirm(&app, &ada, both.clone()),
    );
    let mut statuses = [one.status, other.status];
    statuses.sort_unstable();
    assert_eq!(statuses, [204, 422], "{} {}", one.body, other.body);
    assert!(is_confirmed(&app, &ada).await);
    let ada = later(&app, &ada).await;
    let by_hand = json!({"password": PASSWORD, "code": recovery[0]});
    confirm(&app, &ada, by_hand).await.expect_status(204);
    let lines = app.get(&ada, "/v1/users/me/activity").await.body;
    let kinds = lines["items"].as_array().unwrap().iter();
    let kinds: Vec<&str> = kinds.filter_map(|line| line["kind"].as_str()).collect();
    assert_eq!(kinds[0], "recovery_code_used");
    assert!(kinds.contains(&"second_factor_refused"), "{kinds:?}");
}

#[tokio::test]
async fn codes_cannot_be_guessed_behind_the_password() {
    let app = TestApp::new().await;
    let ada = app.person("client").await;
    app.second_factor(&ada).await;
    app.rest().await;
    let wrong = json!({"password": PASSWORD, "code": "000000"});
    let mut statuses = Vec::new();
    while statuses.len() < 10 && !statuses.contains(&429) {
        statuses.push(confirm(&app, &ada, wrong.clone()).await.status);
    }
    assert!(statuses.contains(&429), "{statuses:?}");
}

/// The session may be refreshed in the middle of it: then it is read again.
#[tokio::test]
async fn a_refresh_at_the_same_moment_loses_nothing() {
    let app = TestApp::new().await;
    let ada = app.person("client").await;
    let ada = later(&app, &ada).await;
    let (confirmed, next) = tokio::join!(
        confirm(&app, &ada, json!({"password": PASSWORD})),
        app.refreshed(&ada),
    );
    confirmed.expect_status(204);
    assert!(is_confirmed(&app, &next).await);
}

#[tokio::test]
async fn what_is_dangerous_waits_for_the_password_and_then_goes_through() {
    let app = TestApp::new().await;
    let felix = app.person("freelancer").await;
    app.post(&felix, "/v1/payments/onboarding", json!({}))
        .await
        .expect_status(201);
    let felix = later(&app, &felix).await;
    for _ in 0..2 {
        app.post(&felix, "/v1/payments/onboarding", json!({}))
            .await
            .expect_problem(403, "reauthentication_required");
    }
    confirm(&app, &felix, json!({"password": PASSWORD}))
        .await
        .expect_status(204);
    app.post(&felix, "/v1/payments/onboarding", json!({}))
        .await
        .expect_status(201);
}

/// The password in the call is half of who somebody is, once there is a second factor.
#[tokio::test]
async fn with_two_step_log_in_a_password_in_the_call_is_not_enough() {
    let app = TestApp::new().await;
    let (ada, eve) = (app.person("client").await, app.person("client").await);
    let (_, recovery) = app.second_factor(&ada).await;
    let (ada, eve) = (later(&app, &ada).await, app.refreshed(&eve).await);
    let change = json!({"current": PASSWORD, "password": "another pass phrase"});
    let leave = json!({"password": PASSWORD});
    for (path, body) in [
        ("/v1/auth/change-password", &change),
        ("/v1/users/me/delete", &leave),
    ] {
        let answer = app.post(&ada, path, body.clone()).await;
        answer.expect_problem(403, "reauthentication_required");
    }
    app.post(&eve, "/v1/auth/change-password", change.clone())
        .await
        .expect_status(200);
    let both = json!({"password": PASSWORD, "code": recovery[0]});
    confirm(&app, &ada, both).await.expect_status(204);
    app.post(&ada, "/v1/auth/change-password", change)
        .await
        .expect_status(200);
}
