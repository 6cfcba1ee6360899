//! Browsers that have logged in before: whoever guesses at an account elsewhere uses up no tries of theirs.

use proconnect_tests::{Answer, Call, Expect, PASSWORD, Person, TestApp};
use serde_json::{Value, json};
use std::time::Duration;

/// The cookie by which a browser is known from now on.
fn device(answer: &Answer) -> String {
    let cookies = answer.headers.get_all("set-cookie").iter();
    let mut cookies = cookies.map(|cookie| cookie.to_str().unwrap());
    let cookie = cookies.find(|cookie| cookie.starts_with("device=")).unwrap();
    for part in ["HttpOnly", "SameSite=Strict", "Path=/v1/auth"] {
        assert!(cookie.contains(part), "{cookie}");
    }
    cookie.split(';').next().unwrap().to_owned()
}

async fn send(app: &TestApp, path: &str, body: Value, from: &str, known: Option<&str>) -> Answer {
    let call = Call {
        body: Some(body),
        address: Some(from),
        headers: known
            .map(|cookie| ("cookie", cookie.to_owned()))
            .into_iter()
            .collect(),
        ..Call::default()
    };
    app.world.send("POST", path, call).await
}

async fn login(app: &TestApp, email: &str, password: &str, from: &str, known: Option<&str>) -> Answer {
    let body = json!({"email": email, "password": password});
    send(app, "/v1/auth/login", body, from, known).await
}

/// Somebody, and a browser in which they have logged in.
async fn known_person(app: &TestApp) -> (Person, String) {
    let ada = app.person("client").await;
    let answer = login(app, &ada.email, PASSWORD, "192.0.2.1", None).await;
    (ada, device(&answer.expect_status(200)))
}

/// Wrong passwords from these networks, as many as each is allowed. Returns how many were looked at.
async fn besieged(app: &TestApp, email: &str, networks: std::ops::Range<u32>) -> u32 {
    let mut looked_at = 0;
    for network in networks {
        let from = format!("198.51.100.{network}");
        for _ in 0..11 {
            let answer = login(app, email, "wrong password", &from, None).await;
            looked_at += u32::from(answer.status == 401);
        }
    }
    looked_at
}

#[tokio::test]
async fn a_hundred_guesses_in_a_row_are_enough_and_shut_out_no_known_browser() {
    let app = TestApp::new().await;
    let (ada, known) = known_person(&app).await;
    assert_eq!(besieged(&app, &ada.email, 0..12).await, 100);
    login(&app, &ada.email, PASSWORD, "203.0.113.1", None)
        .await
        .expect_wait(450);
    let answer = login(&app, &ada.email, PASSWORD, "203.0.113.1", Some(&known)).await;
    assert_eq!(device(&answer.expect_status(200)), known, "it keeps its id");
    // Eight an hour more, from wherever.
    let mut looked_at = 0;
    for number in 4..10 {
        app.world.advance(Duration::from_secs(600)).await.unwrap();
        looked_at += besieged(&app, &ada.email, 10 * number..10 * number + 2).await;
    }
    assert!((6..=8).contains(&looked_at), "{looked_at}");
}

#[tokio::test]
async fn one_stranger_keeps_nobody_waiting_however_long_they_try() {
    let app = TestApp::new().await;
    let ada = app.person("client").await;
    for _ in 0..40 {
        for _ in 0..4 {
            login(&app, &ada.email, "wrong password", "198.51.100.1", None).await;
        }
        app.world.advance(Duration::from_secs(600)).await.unwrap();
    }
    let answer = login(&app, &ada.email, PASSWORD, "203.0.113.1", None).await;
    answer.expect_status(200);
}

#[tokio::test]
async fn a_known_browser_has_tries_of_its_own_and_no_more() {
    let app = TestApp::new().await;
    let (ada, known) = known_person(&app).await;
    for number in 0..10 {
        // Wherever it is carried.
        let from = format!("198.51.100.{number}");
        let answer = login(&app, &ada.email, "wrong password", &from, Some(&known)).await;
        answer.expect_problem(401, "invalid_credentials");
    }
    login(&app, &ada.email, PASSWORD, "203.0.113.1", Some(&known))
        .await
        .expect_wait(300);
    login(&app, &ada.email, PASSWORD, "203.0.113.1", None)
        .await
        .expect_status(200);
}

#[tokio::test]
async fn only_wrong_tries_in_a_row_count() {
    let app = TestApp::new().await;
    let ada = app.person("client").await;
    for _ in 0..4 {
        for _ in 0..9 {
            let answer = login(&app, &ada.email, "wrong password", "198.51.100.1", None).await;
            answer.expect_problem(401, "invalid_credentials");
        }
        login(&app, &ada.email, PASSWORD, "198.51.100.1", None)
            .await
            .expect_status(200);
    }
}

#[tokio::test]
async fn a_browser_is_known_to_one_account_alone() {
    let app = TestApp::new().await;
    let (_, of_another) = known_person(&app).await;
    let ada = app.person("client").await;
    besieged(&app, &ada.email, 0..11).await;
    let cut = of_another[..of_another.len() - 1].to_owned();
    for made_up in [of_another.as_str(), cut.as_str(), "device=", "device=a.b"] {
        login(&app, &ada.email, PASSWORD, "203.0.113.1", Some(made_up))
            .await
            .expect_wait(450);
    }
}

#[tokio::test]
async fn the_link_in_the_mail_lets_in_whoever_else_is_guessing() {
    let app = TestApp::new().await;
    let ada = app.person("client").await;
    besieged(&app, &ada.email, 0..11).await;
    let body = json!({"email": ada.email});
    send(&app, "/v1/auth/forgot-password", body, "203.0.113.1", None)
        .await
        .expect_status(202);
    let body = json!({"token": app.reset_token(&ada.email).await, "password": "another pass phrase"});
    let answer = send(&app, "/v1/auth/reset-password", body, "203.0.113.1", None).await;
    let known = device(&answer.expect_status(204));
    let answer = login(
        &app,
        &ada.email,
        "another pass phrase",
        "203.0.113.1",
        Some(&known),
    )
    .await;
    answer.expect_status(200);
}

/// Neither by asking in the same network, nor by filling the day's mails from others.
#[tokio::test]
async fn no_stranger_keeps_a_known_browser_from_getting_a_link() {
    let app = TestApp::new().await;
    let (ada, known) = known_person(&app).await;
    app.advance(1).await;
    let ask = async |from: &str, known: Option<&str>| {
        let body = json!({"email": ada.email});
        let answer = send(&app, "/v1/auth/forgot-password", body, from, known).await;
        app.drain().await;
        answer
    };
    let links = || {
        let subjects = app.subjects(&ada.email);
        subjects
            .iter()
            .filter(|subject| *subject == "Set a new password")
            .count()
    };
    for number in 0..6 {
        ask(&format!("198.51.100.{number}"), None)
            .await
            .expect_status(202);
    }
    for _ in 0..3 {
        ask("203.0.113.1", None).await.expect_status(202);
    }
    ask("203.0.113.1", None).await.expect_wait(900);
    assert_eq!(links(), 5);
    ask("203.0.113.1", Some(&known)).await.expect_status(202);
    assert_eq!(links(), 6);
    for _ in 0..4 {
        ask("203.0.113.1", Some(&known)).await.expect_status(202);
    }
    ask("203.0.113.1", Some(&known)).await.expect_wait(300);
}
