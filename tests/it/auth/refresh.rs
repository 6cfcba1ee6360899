use proconnect_tests::{Answer, Call, Expect, Person, TestApp};

async fn refresh(app: &TestApp, cookie: &str) -> Answer {
    let headers = vec![("cookie", cookie.to_owned())];
    app.world
        .send(
            "POST",
            "/v1/auth/refresh",
            Call {
                headers,
                ..Call::default()
            },
        )
        .await
}

#[tokio::test]
async fn each_refresh_rotates_the_token() {
    let app = TestApp::new().await;
    let ada = app.person("client").await;
    let first = refresh(&app, &ada.cookie).await.expect_status(200);
    let next = Person::from(&ada.email, &first);
    assert_ne!(next.cookie, ada.cookie);
    app.get(&next, "/v1/users/me").await.expect_status(200);
    refresh(&app, &next.cookie).await.expect_status(200);
}

#[tokio::test]
async fn a_reused_token_ends_its_family_and_its_owner_is_told() {
    let app = TestApp::new().await;
    let ada = app.person("client").await;
    let next = Person::from(&ada.email, &refresh(&app, &ada.cookie).await.expect_status(200));
    refresh(&app, &ada.cookie)
        .await
        .expect_problem(401, "invalid_refresh_token");
    refresh(&app, &next.cookie)
        .await
        .expect_problem(401, "invalid_refresh_token");
    app.drain().await;
    assert_eq!(app.subjects(&ada.email)[0], "You were signed out for your safety");
}

#[tokio::test]
async fn nothing_else_is_taken() {
    let app = TestApp::new().await;
    let ada = app.person("client").await;
    let forged = format!("{}A", &ada.cookie[..ada.cookie.len() - 1]);
    for cookie in ["", "refresh_token=", "refresh_token=a.b.c", "other=1"] {
        refresh(&app, cookie)
            .await
            .expect_problem(401, "invalid_refresh_token");
    }
    app.advance(31).await;
    refresh(&app, &ada.cookie)
        .await
        .expect_problem(401, "invalid_refresh_token");
    refresh(&app, &forged)
        .await
        .expect_problem(401, "invalid_refresh_token");
}

#[tokio::test]
async fn an_access_token_expires_after_fifteen_minutes() {
    let app = TestApp::new().await;
    let ada = app.person("client").await;
    app.world
        .advance(std::time::Duration::from_secs(15 * 60))
        .await
        .unwrap();
    app.get(&ada, "/v1/users/me")
        .await
        .expect_problem(401, "token_expired");
    let renewed = Person::from(&ada.email, &refresh(&app, &ada.cookie).await.expect_status(200));
    app.get(&renewed, "/v1/users/me").await.expect_status(200);
}
