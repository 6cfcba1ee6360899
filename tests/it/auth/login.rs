use proconnect_auth::code_at;
use proconnect_domain::{ActivityKind, Email, UserId};
use proconnect_store::{ActivityRecord, SessionRecord, StoreError};
use proconnect_tests::{Answer, Call, Expect, PASSWORD, Person, TestApp};
use serde_json::json;

async fn login(app: &TestApp, email: &str, password: &str) -> Answer {
    app.anonymous(
        "POST",
        "/v1/auth/login",
        Some(json!({"email": email, "password": password})),
    )
    .await
}

#[tokio::test]
async fn the_password_signs_in() {
    let app = TestApp::new().await;
    let ada = app.person("client").await;
    let answer = login(&app, &ada.email.to_uppercase(), PASSWORD)
        .await
        .expect_status(200);
    assert_eq!(answer.body["user"]["id"], ada.id.as_str());
    assert!(answer.headers.contains_key("set-cookie"));
}

#[tokio::test]
async fn unknown_address_and_wrong_password_look_alike() {
    let app = TestApp::new().await;
    let ada = app.person("client").await;
    let wrong = login(&app, &ada.email, "another pass phrase")
        .await
        .expect_problem(401, "invalid_credentials");
    let unknown = login(&app, "nobody@example.com", PASSWORD)
        .await
        .expect_problem(401, "invalid_credentials");
    let no_address = login(&app, "nobody", PASSWORD)
        .await
        .expect_problem(401, "invalid_credentials");
    assert_eq!(wrong.body["detail"], unknown.body["detail"]);
    assert_eq!(wrong.body["detail"], no_address.body["detail"]);
    assert!(!wrong.headers.contains_key("set-cookie"));
}

#[tokio::test]
async fn only_who_knows_the_password_learns_that_the_address_waits() {
    let app = TestApp::new().await;
    app.register("ada@example.com", "Ada", "client")
        .await
        .expect_status(201);
    login(&app, "ada@example.com", PASSWORD)
        .await
        .expect_problem(403, "email_not_verified");
    login(&app, "ada@example.com", "another pass phrase")
        .await
        .expect_problem(401, "invalid_credentials");
}

#[tokio::test]
async fn malformed_bodies_are_refused() {
    let app = TestApp::new().await;
    for (raw, field) in [
        ("", None),
        ("{", None),
        ("[]", Some("")),
        (r#"{"email": "a@example.com"}"#, Some("/password")),
    ] {
        let headers = vec![("content-type", "application/json".to_owned())];
        let call = proconnect_tests::Call {
            raw: Some(raw.into()),
            headers,
            ..Default::default()
        };
        let answer = app.world.send("POST", "/v1/auth/login", call).await;
        match field {
            None => answer.expect_problem(400, "malformed"),
            Some(field) => answer.expect_fields(&[field]),
        };
    }
    let headers = vec![("content-type", "text/plain".to_owned())];
    let call = proconnect_tests::Call {
        raw: Some("{}".into()),
        headers,
        ..Default::default()
    };
    app.world
        .send("POST", "/v1/auth/login", call)
        .await
        .expect_problem(415, "unsupported_media_type");
    let headers = vec![("content-type", "application/json".to_owned())];
    let call = proconnect_tests::Call {
        raw: Some(vec![b' '; 300_000]),
        headers,
        ..Default::default()
    };
    app.world
        .send("POST", "/v1/auth/login", call)
        .await
        .expect_problem(413, "payload_too_large");
}

#[tokio::test]
async fn guessing_is_slowed_down_for_the_account_alone() {
    let app = TestApp::new().await;
    let (ada, eve) = (app.person("client").await, app.person("client").await);
    app.rest().await;
    let login = async |email: &str, password: &str| {
        let body = json!({"email": email, "password": password});
        app.anonymous("POST", "/v1/auth/login", Some(body)).await
    };
    for _ in 0..10 {
        login(&ada.email, "wrong password")
            .await
            .expect_problem(401, "invalid_credentials");
    }
    // Even the right password waits now, so that a guess cannot be told from a hit.
    let refused = login(&ada.email, proconnect_tests::PASSWORD)
        .await
        .expect_problem(429, "rate_limited");
    assert!(refused.headers.contains_key("retry-after"));
    login(&eve.email, proconnect_tests::PASSWORD)
        .await
        .expect_status(200);
    let quarter = std::time::Duration::from_secs(900);
    app.world.advance(quarter).await.unwrap();
    login(&ada.email, proconnect_tests::PASSWORD)
        .await
        .expect_status(200);
}

async fn asked(app: &TestApp, email: &str) -> String {
    let body = json!({"email": email});
    app.anonymous("POST", "/v1/auth/forgot-password", Some(body))
        .await
        .expect_status(202);
    app.reset_token(email).await
}

async fn reset(app: &TestApp, token: &str, password: &str) -> Answer {
    let body = json!({"token": token, "password": password});
    app.anonymous("POST", "/v1/auth/reset-password", Some(body)).await
}

#[tokio::test]
async fn a_log_in_that_read_the_old_password_opens_nothing_once_a_new_one_is_set() {
    let app = TestApp::new().await;
    let ada = app.person("client").await;
    let store = &app.world.app.store;
    let token = asked(&app, &ada.email).await;
    let email = Email::parse(&ada.email).unwrap();
    let read = store.users().by_email(&email).await.unwrap().unwrap();
    reset(&app, &token, "another pass phrase")
        .await
        .expect_status(204);
    app.rest().await;
    let now = app.world.now();
    let session = SessionRecord {
        id: app.world.app.new_id().unwrap(),
        user_id: read.id,
        token_hash: String::new(),
        created_at: now,
        honoured_from: read.sessions_from,
        last_used_at: now,
        expires_at: now.plus(proconnect_domain::DAY),
        authenticated_at: None,
        user_agent: String::new(),
        address: String::new(),
    };
    let activity = ActivityRecord::new(read.id, ActivityKind::SignedIn, "", "", now).unwrap();
    let opened = store.sessions().open(&read, &session, &activity, &[], now).await;
    assert!(matches!(opened, Err(StoreError::Stale(_))), "{opened:?}");
    // Even had it been opened: that it began later than the new password was set proves nothing.
    let ada: UserId = ada.id.parse().unwrap();
    let after = store.users().get(ada).await.unwrap().unwrap();
    assert!(!after.honours(&session));
}

#[tokio::test]
async fn beside_a_reset_the_old_password_leaves_no_session_behind() {
    let app = TestApp::new().await;
    for _ in 0..5 {
        let ada = app.person("client").await;
        let token = asked(&app, &ada.email).await;
        let (old, set) = tokio::join!(
            login(&app, &ada.email, PASSWORD),
            reset(&app, &token, "another pass phrase")
        );
        set.expect_status(204);
        if old.status == 200 {
            let call = Call {
                headers: vec![("cookie", Person::from(&ada.email, &old).cookie)],
                ..Call::default()
            };
            app.world
                .send("POST", "/v1/auth/refresh", call)
                .await
                .expect_problem(401, "invalid_refresh_token");
        } else {
            old.expect_problem(401, "invalid_credentials");
        }
        app.rest().await;
    }
}

#[tokio::test]
async fn an_account_that_changed_beside_it_does_not_fail_a_log_in() {
    let app = TestApp::new().await;
    let ada = app.person("client").await;
    // Posting a task counts on the account.
    let (signed_in, task) = tokio::join!(login(&app, &ada.email, PASSWORD), app.task(&ada));
    signed_in.expect_status(200);
    assert!(task.starts_with("tsk_"));
}

#[tokio::test]
async fn wrong_codes_behind_the_right_password_leave_a_trace_and_wait() {
    let app = TestApp::new().await;
    let ada = app.person("client").await;
    let (secret, _) = app.second_factor(&ada).await;
    app.rest().await;
    let login = async |code: &str| {
        let body = json!({"email": ada.email, "password": PASSWORD, "code": code});
        app.anonymous("POST", "/v1/auth/login", Some(body)).await
    };
    for _ in 0..5 {
        login("000000").await.expect_problem(401, "invalid_totp");
    }
    login("000000").await.expect_wait(60);
    app.drain().await;
    assert_eq!(app.subjects(&ada.email)[0], "Somebody may know your password");
    let activity = app.get(&ada, "/v1/users/me/activity").await.body;
    let kinds = activity["items"].as_array().unwrap().iter();
    let refused = kinds.filter(|item| item["kind"] == "second_factor_refused");
    assert_eq!(refused.count(), 5);
    // The owner comes in a minute later, and starts from nothing again.
    app.rest().await;
    let code = code_at(&secret, app.world.now()).unwrap();
    login(&code).await.expect_status(200);
    login("000000").await.expect_problem(401, "invalid_totp");
    app.drain().await;
    let told = app.subjects(&ada.email);
    let told = told.iter().filter(|subject| subject.starts_with("Somebody may"));
    assert_eq!(told.count(), 1);
}
