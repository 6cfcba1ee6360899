//! Accounts and sessions. Buckets that are not full cost a read and a write more: they fill between calls of one address.

use super::Budget;
use proconnect_tests::{Call, PASSWORD, Person, TestApp};
use serde_json::json;

#[tokio::test]
async fn auth() {
    let app = TestApp::new().await;
    let budget = Budget::new(&app);
    registering(&app, &budget).await;
    sessions(&app, &budget).await;
    passwords(&app, &budget).await;
    second_factor(&app, &budget).await;
}

async fn registering(app: &TestApp, budget: &Budget<'_>) {
    app.rest().await;
    let register = app.register("ada@example.com", "Ada", "client").await;
    budget.check(
        "auth-register",
        "limits; transaction: registration, outbox",
        (0, 2, 12),
        &register,
    );
    let body = json!({"email": "ada@example.com"});
    app.rest().await;
    let resend = app.anonymous("POST", "/v1/auth/resend-code", Some(body)).await;
    budget.check("auth-resend-code", "limits; outbox", (0, 2, 8), &resend);
    let body = json!({"email": "ada@example.com", "code": app.code_for("ada@example.com").await});
    app.rest().await;
    let verify = app.anonymous("POST", "/v1/auth/verify-email", Some(body)).await;
    budget.check(
        "auth-verify-email",
        "limits; `gsi1` by e-mail; transaction: claim, registrations, person, session, activities",
        (1, 2, 32),
        &verify,
    );
}

async fn sessions(app: &TestApp, budget: &Budget<'_>) {
    let ada = app.person("client").await;
    let body = json!({"email": ada.email, "password": PASSWORD});
    app.rest().await;
    let login = app.anonymous("POST", "/v1/auth/login", Some(body)).await;
    budget.check(
        "auth-login",
        "limits; `gsi1` by e-mail; transaction: check of person, session, activity, tries",
        (1, 2, 20),
        &login,
    );
    let cookie = |cookie: &str| Call {
        headers: vec![("cookie", cookie.to_owned())],
        ..Call::default()
    };
    let refresh = app
        .world
        .send("POST", "/v1/auth/refresh", cookie(&ada.cookie))
        .await;
    budget.check(
        "auth-refresh",
        "person and session in one call; transaction: session, check of the person",
        (1, 1, 7),
        &refresh,
    );
    let next = Person::from(&ada.email, &refresh);
    let logout = app
        .world
        .send("POST", "/v1/auth/logout", cookie(&next.cookie))
        .await;
    budget.check(
        "auth-logout",
        "person and session in one call; transaction: session, outbox",
        (1, 1, 8),
        &logout,
    );

    let eve = app.person("client").await;
    let sessions = app.get(&eve, "/v1/auth/sessions").await;
    budget.check(
        "auth-list-sessions",
        "the mark and the person's sessions",
        (1, 0, 1),
        &sessions,
    );
    let path = format!(
        "/v1/auth/sessions/{}",
        sessions.body["items"][0]["id"].as_str().unwrap()
    );
    let revoke = app.call(&eve, "DELETE", &path, None).await;
    budget.check(
        "auth-revoke-session",
        "person and both sessions in one call; transaction: session, activity, outbox",
        (1, 1, 13),
        &revoke,
    );
}

async fn passwords(app: &TestApp, budget: &Budget<'_>) {
    let ada = app.person("client").await;
    let body = json!({"email": ada.email});
    app.rest().await;
    let forgot = app
        .anonymous("POST", "/v1/auth/forgot-password", Some(body))
        .await;
    budget.check("auth-forgot-password", "limits; outbox", (0, 2, 8), &forgot);
    let body = json!({"token": app.reset_token(&ada.email).await, "password": "another pass phrase"});
    app.rest().await;
    let reset = app.anonymous("POST", "/v1/auth/reset-password", Some(body)).await;
    budget.check(
        "auth-reset-password",
        "limits; person; transaction: person, activity, mark, outbox",
        (1, 2, 24),
        &reset,
    );

    let eve = app.person("client").await;
    app.rest().await;
    let again = app
        .post(&eve, "/v1/auth/reauthenticate", json!({"password": PASSWORD}))
        .await;
    budget.check(
        "auth-reauthenticate",
        "limits; person and session in one call; transaction: session, check of the person",
        (1, 2, 10),
        &again,
    );
    let body = json!({"current": PASSWORD, "password": "another pass phrase"});
    app.rest().await;
    let change = app.post(&eve, "/v1/auth/change-password", body).await;
    budget.check(
        "auth-change-password",
        "limits; person and session in one call; transaction: person, session, activity, mark, outbox, check of the session",
        (1, 2, 29),
        &change,
    );
}

async fn second_factor(app: &TestApp, budget: &Budget<'_>) {
    let eve = app.person("client").await;
    app.rest().await;
    let enrolled = app
        .post(&eve, "/v1/auth/totp", json!({"password": PASSWORD}))
        .await;
    budget.check(
        "auth-enroll-totp",
        "limits; person and session in one call; transaction: person, check of the session",
        (1, 2, 15),
        &enrolled,
    );
    app.rest().await;
    let secret = enrolled.body["secret"].as_str().unwrap();
    let code = proconnect_auth::code_at(secret, app.world.now()).unwrap();
    let confirmed = app
        .post(&eve, "/v1/auth/totp/confirm", json!({"code": code}))
        .await;
    budget.check(
        "auth-confirm-totp",
        "limits; person and session in one call; transaction: person, activity, outbox, check of the session",
        (1, 2, 23),
        &confirmed,
    );
    app.rest().await;
    let code = confirmed.body["recoveryCodes"][0].as_str().unwrap();
    let body = json!({"password": PASSWORD, "code": code});
    let disabled = app.post(&eve, "/v1/auth/totp/disable", body).await;
    budget.check(
        "auth-disable-totp",
        "limits; person and session in one call; transaction: person, activity, outbox, check of the session",
        (1, 2, 23),
        &disabled,
    );
}
