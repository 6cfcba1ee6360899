use proconnect_tests::{Answer, Call, Expect, PASSWORD, Person, TestApp};
use serde_json::json;

const NEW: &str = "another pass phrase";

async fn reset(app: &TestApp, token: &str, password: &str) -> Answer {
    let body = json!({"token": token, "password": password});
    app.anonymous("POST", "/v1/auth/reset-password", Some(body)).await
}

async fn login(app: &TestApp, email: &str, password: &str) -> Answer {
    let body = json!({"email": email, "password": password});
    app.anonymous("POST", "/v1/auth/login", Some(body)).await
}

async fn ask(app: &TestApp, email: &str) -> String {
    let body = json!({"email": email});
    app.anonymous("POST", "/v1/auth/forgot-password", Some(body))
        .await
        .expect_status(202);
    app.reset_token(email).await
}

#[tokio::test]
async fn a_link_sets_the_password_once_and_ends_every_session() {
    let app = TestApp::new().await;
    let ada = app.person("client").await;
    let token = ask(&app, &ada.email).await;
    reset(&app, &token, "short").await.expect_fields(&["/password"]);
    reset(&app, &token, NEW).await.expect_status(204);
    reset(&app, &token, NEW)
        .await
        .expect_problem(422, "invalid_reset_token");
    let refresh = Call {
        headers: vec![("cookie", ada.cookie.clone())],
        ..Call::default()
    };
    app.world
        .send("POST", "/v1/auth/refresh", refresh)
        .await
        .expect_problem(401, "invalid_refresh_token");
    login(&app, &ada.email, PASSWORD)
        .await
        .expect_problem(401, "invalid_credentials");
    let answer = login(&app, &ada.email, NEW).await.expect_status(200);
    let ada = Person::from(&ada.email, &answer);
    let sessions = app.get(&ada, "/v1/auth/sessions").await.body;
    assert_eq!(sessions["items"].as_array().unwrap().len(), 1, "{sessions}");
    app.drain().await;
    assert_eq!(app.subjects(&ada.email)[0], "Your password was changed");
}

#[tokio::test]
async fn a_link_ends_after_half_an_hour_and_not_with_the_next_one() {
    let app = TestApp::new().await;
    let ada = app.person("client").await;
    let first = ask(&app, &ada.email).await;
    let second = ask(&app, &ada.email).await;
    assert_ne!(first, second);
    // Whoever asked for the second: it does not void the first.
    reset(&app, &first, NEW).await.expect_status(204);
    // Using one ends them all.
    reset(&app, &second, NEW)
        .await
        .expect_problem(422, "invalid_reset_token");
    let third = ask(&app, &ada.email).await;
    app.world
        .advance(std::time::Duration::from_secs(30 * 60))
        .await
        .unwrap();
    reset(&app, &third, NEW)
        .await
        .expect_problem(422, "invalid_reset_token");
    for forged in ["", "x", &format!("{}A", &first[..first.len() - 1])] {
        reset(&app, forged, NEW)
            .await
            .expect_problem(422, "invalid_reset_token");
    }
}

#[tokio::test]
async fn two_at_once_set_one_password() {
    let app = TestApp::new().await;
    let ada = app.person("client").await;
    let token = ask(&app, &ada.email).await;
    let (one, other) = tokio::join!(
        reset(&app, &token, NEW),
        reset(&app, &token, "a third pass phrase")
    );
    let mut statuses = [one.status, other.status];
    statuses.sort_unstable();
    assert_eq!(statuses, [204, 422]);
}

#[tokio::test]
async fn a_registration_that_waits_has_no_password_to_be_set() {
    let app = TestApp::new().await;
    app.register("eve@example.com", "Eve", "freelancer")
        .await
        .expect_status(201);
    let body = json!({"email": "eve@example.com"});
    app.anonymous("POST", "/v1/auth/forgot-password", Some(body))
        .await
        .expect_status(202);
    app.drain().await;
    assert_eq!(app.subjects("eve@example.com"), ["Your ProConnect code"]);
}

#[tokio::test]
async fn an_account_that_changed_beside_it_does_not_void_the_link() {
    let app = TestApp::new().await;
    for _ in 0..3 {
        let ada = app.person("client").await;
        let token = ask(&app, &ada.email).await;
        // Posting a task counts on the account.
        let (answer, task) = tokio::join!(reset(&app, &token, NEW), app.task(&ada));
        answer.expect_status(204);
        assert!(task.starts_with("tsk_"));
    }
}

#[tokio::test]
async fn strangers_who_know_the_id_cannot_use_up_the_owners_tries() {
    let app = TestApp::new().await;
    let ada = app.person("client").await;
    let token = ask(&app, &ada.email).await;
    let forged = format!("{}.{}", token.split_once('.').unwrap().0, "A".repeat(43));
    let body = |token: &str| Some(json!({"token": token, "password": NEW}));
    for _ in 0..11 {
        let call = Call {
            body: body(&forged),
            address: Some("192.0.2.1"),
            ..Call::default()
        };
        app.world.send("POST", "/v1/auth/reset-password", call).await;
    }
    reset(&app, &token, NEW).await.expect_status(204);
}

#[tokio::test]
async fn after_a_reset_no_session_is_listed() {
    let app = TestApp::new().await;
    let ada = app.person("client").await;
    let token = ask(&app, &ada.email).await;
    reset(&app, &token, NEW).await.expect_status(204);
    // The access token is good for some minutes more, and is of no use for this.
    app.get(&ada, "/v1/auth/sessions")
        .await
        .expect_problem(401, "session_ended");
    let sessions = app.world.app.store.sessions();
    assert!(sessions.of(ada.id.parse().unwrap()).await.unwrap().is_empty());
}

#[tokio::test]
async fn ones_own_address_is_no_new_password() {
    let app = TestApp::new().await;
    let ada = app.person("freelancer").await;
    let token = ask(&app, &ada.email).await;
    reset(&app, &token, "Freelancer0@example.com")
        .await
        .expect_fields(&["/password"]);
    reset(&app, &token, NEW).await.expect_status(204);
}
