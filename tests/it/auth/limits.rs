//! What slows guessing and mailing down, and that a stranger cannot use it to lock somebody out.

use proconnect_local::{Options, World};
use proconnect_tests::{Answer, Call, Expect, PASSWORD, TestApp, root};
use serde_json::{Value, json};
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

async fn post(app: &TestApp, path: &str, body: Value) -> Answer {
    app.anonymous("POST", path, Some(body)).await
}

#[tokio::test]
async fn registering_one_address_again_and_again_waits() {
    let app = TestApp::new().await;
    for _ in 0..3 {
        app.register("ada@example.com", "Ada", "client")
            .await
            .expect_status(201);
    }
    app.register("ada@example.com", "Ada", "client")
        .await
        .expect_wait(900);
    app.register("eve@example.com", "Eve", "client")
        .await
        .expect_status(201);
}

#[tokio::test]
async fn guessing_codes_waits() {
    let app = TestApp::new().await;
    let body = json!({"email": "ada@example.com", "code": "000000"});
    for _ in 0..15 {
        post(&app, "/v1/auth/verify-email", body.clone())
            .await
            .expect_problem(422, "invalid_code");
    }
    post(&app, "/v1/auth/verify-email", body).await.expect_wait(30);
}

#[tokio::test]
async fn asking_for_codes_waits_and_takes_nothing_from_asking_for_links() {
    let app = TestApp::new().await;
    let body = json!({"email": "ada@example.com"});
    for _ in 0..3 {
        post(&app, "/v1/auth/resend-code", body.clone())
            .await
            .expect_status(202);
    }
    post(&app, "/v1/auth/resend-code", body.clone())
        .await
        .expect_wait(900);
    post(&app, "/v1/auth/forgot-password", body)
        .await
        .expect_status(202);
}

#[tokio::test]
async fn showing_links_waits() {
    let app = TestApp::new().await;
    let token = format!("01ARZ3NDEKTSV4RRFFQ69G5FAV.{}", "A".repeat(43));
    let body = json!({"token": token, "password": "another pass phrase"});
    for _ in 0..10 {
        post(&app, "/v1/auth/reset-password", body.clone())
            .await
            .expect_problem(422, "invalid_reset_token");
    }
    post(&app, "/v1/auth/reset-password", body).await.expect_wait(30);
}

#[tokio::test]
async fn one_address_asks_for_so_many_mails_whoever_they_go_to() {
    let app = TestApp::new().await;
    let ask = async |number: u32| {
        let body = json!({"email": format!("person{number}@example.com")});
        post(&app, "/v1/auth/forgot-password", body).await
    };
    for number in 0..30 {
        ask(number).await.expect_status(202);
    }
    ask(30).await.expect_wait(30);
}

#[tokio::test]
async fn a_stranger_elsewhere_uses_up_their_own_tries_and_not_the_owners() {
    let app = TestApp::new().await;
    let ada = app.person("client").await;
    app.rest().await;
    let login = async |password: &str, address: &'static str| {
        let call = Call {
            body: Some(json!({"email": ada.email, "password": password})),
            address: Some(address),
            ..Call::default()
        };
        app.world.send("POST", "/v1/auth/login", call).await
    };
    for _ in 0..10 {
        login("wrong password", "192.0.2.1")
            .await
            .expect_problem(401, "invalid_credentials");
    }
    login(PASSWORD, "192.0.2.1").await.expect_wait(900);
    login(PASSWORD, "192.0.2.2").await.expect_status(200);
}

async fn open(data: &Path) -> Arc<World> {
    let options = Options {
        data_dir: Some(data.to_owned()),
        root: root(),
        public_url: "http://localhost:8080".to_owned(),
        password_cost: 4,
        stripe_key: None,
        stripe_webhook_secret: None,
        clamd: None,
        program: proconnect_tests::program(),
        cache: proconnect_local::Caching::Off,
    };
    World::open(options).await.unwrap()
}

#[tokio::test]
async fn a_limit_survives_a_restart() {
    let directory = tempfile::tempdir().unwrap();
    let ask = async |world: &Arc<World>| {
        let call = Call {
            body: Some(json!({"email": "ada@example.com"})),
            ..Call::default()
        };
        world.send("POST", "/v1/auth/forgot-password", call).await
    };
    let world = open(directory.path()).await;
    for _ in 0..3 {
        ask(&world).await.expect_status(202);
    }
    drop(world);
    let world = open(directory.path()).await;
    ask(&world).await.expect_wait(900);
    world.advance(Duration::from_secs(900)).await.unwrap();
    ask(&world).await.expect_status(202);
}
