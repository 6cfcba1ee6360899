//! Whoever registers somebody else's address gets nothing by it.

use proconnect_tests::{Answer, Call, Expect, PASSWORD, TestApp};
use serde_json::{Value, json};

const ADDRESS: &str = "victim@example.com";
const THEIRS: &str = "a stranger's pass phrase";

/// A browser: keeps the cookies that it is sent, and says that it is one.
#[derive(Default)]
struct Browser {
    cookie: Option<String>,
}

impl Browser {
    async fn post(&mut self, app: &TestApp, path: &str, body: Value) -> Answer {
        let mut headers = vec![("sec-fetch-site", "same-origin".to_owned())];
        headers.extend(self.cookie.iter().map(|cookie| ("cookie", cookie.clone())));
        let call = Call {
            body: Some(body),
            headers,
            ..Call::default()
        };
        let answer = app.world.send("POST", path, call).await;
        let set = answer.headers.get_all("set-cookie").iter();
        let set = set.map(|value| value.to_str().unwrap().split(';').next().unwrap());
        if let Some(cookie) = set.into_iter().find(|cookie| cookie.starts_with("registration=")) {
            self.cookie = Some(cookie.to_owned());
        }
        answer
    }

    async fn register(&mut self, app: &TestApp, password: &str, name: &str) -> String {
        let body = json!({"email": ADDRESS, "password": password, "name": name, "role": "client"});
        self.post(app, "/v1/auth/register", body).await.expect_status(201);
        app.code_for(ADDRESS).await
    }

    async fn verify(&mut self, app: &TestApp, code: &str) -> Answer {
        let body = json!({"email": ADDRESS, "code": code});
        self.post(app, "/v1/auth/verify-email", body).await
    }

    async fn log_in(&mut self, app: &TestApp, password: &str) -> Answer {
        let body = json!({"email": ADDRESS, "password": password});
        self.post(app, "/v1/auth/login", body).await
    }
}

#[tokio::test]
async fn whose_code_is_shown_owns_the_account_and_not_who_came_first() {
    let app = TestApp::new().await;
    let (mut stranger, mut owner) = (Browser::default(), Browser::default());
    let first = stranger.register(&app, THEIRS, "Mallory").await;
    let second = owner.register(&app, PASSWORD, "Vera").await;
    // The stranger's code came in a mail of the same kind: it finishes nothing in the owner's browser.
    owner
        .verify(&app, &first)
        .await
        .expect_problem(422, "invalid_code");
    let answer = owner.verify(&app, &second).await.expect_status(200);
    assert_eq!(answer.body["user"]["name"], "Vera");
    // Nothing is left of the stranger's, not even for who has its code.
    stranger
        .verify(&app, &first)
        .await
        .expect_problem(422, "invalid_code");
    app.rest().await;
    stranger
        .log_in(&app, THEIRS)
        .await
        .expect_problem(401, "invalid_credentials");
    owner.log_in(&app, PASSWORD).await.expect_status(200);
    assert!(!everything(&app).await.contains("Mallory"), "forgotten");
}

#[tokio::test]
async fn a_code_that_one_did_not_ask_for_makes_nobodys_account() {
    let app = TestApp::new().await;
    let (mut stranger, mut owner) = (Browser::default(), Browser::default());
    let code = stranger.register(&app, THEIRS, "Mallory").await;
    owner
        .verify(&app, &code)
        .await
        .expect_problem(422, "invalid_code");
    // Nor does asking for another code give a browser what it has not begun.
    owner
        .post(&app, "/v1/auth/resend-code", json!({"email": ADDRESS}))
        .await
        .expect_status(202);
    app.drain().await;
    assert_eq!(app.subjects(ADDRESS).len(), 1);
    // Who began it gets another.
    stranger
        .post(&app, "/v1/auth/resend-code", json!({"email": ADDRESS}))
        .await
        .expect_status(202);
    app.drain().await;
    assert_eq!(app.subjects(ADDRESS).len(), 2);
}

#[tokio::test]
async fn many_who_name_an_address_push_its_owner_out_of_nothing() {
    let app = TestApp::new().await;
    let mut owner = Browser::default();
    let code = owner.register(&app, PASSWORD, "Vera").await;
    let body = json!({"email": ADDRESS, "password": THEIRS, "name": "Mallory", "role": "client"});
    // More than are looked at, each from a network of its own.
    for number in 1..=60 {
        let address = format!("198.51.100.{number}");
        let call = Call {
            body: Some(body.clone()),
            address: Some(&address),
            ..Call::default()
        };
        app.world
            .send("POST", "/v1/auth/register", call)
            .await
            .expect_status(201);
    }
    owner
        .log_in(&app, PASSWORD)
        .await
        .expect_problem(403, "email_not_verified");
    let answer = owner.verify(&app, &code).await.expect_status(200);
    assert_eq!(answer.body["user"]["name"], "Vera");
}

#[tokio::test]
async fn a_script_without_cookies_is_known_by_its_network() {
    let app = TestApp::new().await;
    let from = async |address: &'static str, path: &str, body: Value| {
        let call = Call {
            body: Some(body),
            address: Some(address),
            ..Call::default()
        };
        app.world.send("POST", path, call).await
    };
    let body = json!({"email": ADDRESS, "password": PASSWORD, "name": "Vera", "role": "client"});
    from("192.0.2.1", "/v1/auth/register", body)
        .await
        .expect_status(201);
    let body = json!({"email": ADDRESS, "code": app.code_for(ADDRESS).await});
    from("192.0.2.2", "/v1/auth/verify-email", body.clone())
        .await
        .expect_problem(422, "invalid_code");
    let login = json!({"email": ADDRESS, "password": PASSWORD});
    from("192.0.2.2", "/v1/auth/login", login.clone())
        .await
        .expect_problem(401, "invalid_credentials");
    from("192.0.2.1", "/v1/auth/login", login)
        .await
        .expect_problem(403, "email_not_verified");
    from("192.0.2.1", "/v1/auth/verify-email", body)
        .await
        .expect_status(200);
}

#[tokio::test]
async fn a_registration_is_forgotten_after_a_day() {
    let app = TestApp::new().await;
    let mut owner = Browser::default();
    owner.register(&app, PASSWORD, "Vera").await;
    app.advance(1).await;
    owner
        .post(&app, "/v1/auth/resend-code", json!({"email": ADDRESS}))
        .await
        .expect_status(202);
    app.drain().await;
    assert_eq!(app.subjects(ADDRESS).len(), 1);
    owner
        .log_in(&app, PASSWORD)
        .await
        .expect_problem(401, "invalid_credentials");
}

#[tokio::test]
async fn two_verified_at_once_are_one_account() {
    let app = TestApp::new().await;
    let (mut one, mut other) = (Browser::default(), Browser::default());
    let first = one.register(&app, PASSWORD, "One").await;
    let second = other.register(&app, PASSWORD, "Other").await;
    let (first, second) = tokio::join!(one.verify(&app, &first), other.verify(&app, &second));
    let mut statuses = [first.status, second.status];
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 422], "{} {}", first.body, second.body);
}

#[tokio::test]
async fn what_a_stranger_typed_is_not_mailed() {
    let app = TestApp::new().await;
    app.register(ADDRESS, "Claim your prize today", "client").await;
    app.drain().await;
    let mails = app.world.mails(ADDRESS).unwrap();
    let mail = &mails[0];
    assert!(mail.text.starts_with("Hello,\n"), "{}", mail.text);
    assert!(!mail.text.contains("prize") && !mail.html.contains("prize"));
}

/// Wrong codes at the same moment: whether one waits for a code does not show.
#[tokio::test]
async fn ten_wrong_codes_at_once_are_answered_alike_and_all_counted() {
    let app = TestApp::new().await;
    app.register(ADDRESS, "Vera", "client").await.expect_status(201);
    let code = app.code_for(ADDRESS).await;
    let wrong = if code == "000000" { "000001" } else { "000000" };
    for email in [ADDRESS, "nobody@example.com"] {
        app.rest().await;
        let body = json!({"email": email, "code": wrong});
        let mut tries = tokio::task::JoinSet::new();
        for _ in 0..10 {
            let (world, body) = (app.world.clone(), Some(body.clone()));
            tries.spawn(async move {
                let call = Call {
                    body,
                    ..Call::default()
                };
                world.send("POST", "/v1/auth/verify-email", call).await
            });
        }
        for answer in tries.join_all().await {
            // A limit may be reached by so many, for either.
            assert!(
                matches!(answer.status, 422 | 429),
                "{email}: {} {}",
                answer.status,
                answer.body
            );
        }
    }
    app.rest().await;
    let body = json!({"email": ADDRESS, "code": code});
    app.anonymous("POST", "/v1/auth/verify-email", Some(body))
        .await
        .expect_problem(422, "invalid_code");
}

async fn everything(app: &TestApp) -> String {
    format!("{:?}", app.world.items().await.unwrap())
}
