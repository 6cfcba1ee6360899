use proconnect_tests::{Call, Expect, PASSWORD, Person, TestApp};
use serde_json::json;

#[tokio::test]
async fn it_ends_every_other_session_and_keeps_this_one() {
    let app = TestApp::new().await;
    let ada = app.person("client").await;
    let body = json!({"email": ada.email, "password": PASSWORD});
    let elsewhere = app
        .anonymous("POST", "/v1/auth/login", Some(body))
        .await
        .expect_status(200);
    let elsewhere = Person::from(&ada.email, &elsewhere);
    app.rest().await;
    let body = json!({"current": PASSWORD, "password": "another pass phrase"});
    let answer = app
        .post(&ada, "/v1/auth/change-password", body)
        .await
        .expect_status(200);
    let ada = Person::from(&ada.email, &answer);
    let refresh = |person: &Person| Call {
        headers: vec![("cookie", person.cookie.clone())],
        ..Call::default()
    };
    let sessions = app.get(&ada, "/v1/auth/sessions").await.body;
    assert_eq!(sessions["items"].as_array().unwrap().len(), 1, "{sessions}");
    app.world
        .send("POST", "/v1/auth/refresh", refresh(&elsewhere))
        .await
        .expect_problem(401, "invalid_refresh_token");
    app.world
        .send("POST", "/v1/auth/refresh", refresh(&ada))
        .await
        .expect_status(200);
    app.drain().await;
    assert_eq!(app.subjects(&ada.email)[0], "Your password was changed");
}

#[tokio::test]
async fn the_current_password_is_asked_for_and_cannot_be_guessed() {
    let app = TestApp::new().await;
    let ada = app.person("client").await;
    let change = async |current: &str, password: &str| {
        let body = json!({"current": current, "password": password});
        app.post(&ada, "/v1/auth/change-password", body).await
    };
    change(PASSWORD, "password123")
        .await
        .expect_fields(&["/password"]);
    for _ in 0..10 {
        change("wrong", "another pass phrase")
            .await
            .expect_fields(&["/current"]);
    }
    change(PASSWORD, "another pass phrase")
        .await
        .expect_problem(429, "rate_limited");
}
