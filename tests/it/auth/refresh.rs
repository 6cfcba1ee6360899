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

async fn pass(app: &TestApp, seconds: u64) {
    let time = std::time::Duration::from_secs(seconds);
    app.world.advance(time).await.unwrap();
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
async fn a_lost_answer_does_not_end_the_session() {
    let app = TestApp::new().await;
    let ada = app.person("client").await;
    // The page is reloaded before the first answer arrives: its cookie never changed.
    let lost = Person::from(&ada.email, &refresh(&app, &ada.cookie).await.expect_status(200));
    pass(&app, 29).await;
    let again = Person::from(&ada.email, &refresh(&app, &ada.cookie).await.expect_status(200));
    assert_eq!(
        again.cookie, lost.cookie,
        "whichever answer arrived last, the browser holds the right one"
    );
    app.get(&again, "/v1/users/me").await.expect_status(200);
    pass(&app, 60).await;
    refresh(&app, &again.cookie).await.expect_status(200);
    app.drain().await;
    let told = app.subjects(&ada.email);
    assert!(
        !told.iter().any(|subject| subject.contains("signed out")),
        "{told:?}"
    );
}

#[tokio::test]
async fn two_pages_at_once_both_go_on() {
    let app = TestApp::new().await;
    let ada = app.person("client").await;
    let (one, other) = tokio::join!(refresh(&app, &ada.cookie), refresh(&app, &ada.cookie));
    let one = Person::from(&ada.email, &one.expect_status(200));
    let other = Person::from(&ada.email, &other.expect_status(200));
    assert_eq!(one.cookie, other.cookie);
    refresh(&app, &one.cookie).await.expect_status(200);
}

#[tokio::test]
async fn a_reused_token_ends_its_family_and_its_owner_is_told() {
    let app = TestApp::new().await;
    let ada = app.person("client").await;
    let next = Person::from(&ada.email, &refresh(&app, &ada.cookie).await.expect_status(200));
    pass(&app, 30).await;
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
async fn the_token_before_the_one_before_is_reuse_at_any_time() {
    let app = TestApp::new().await;
    let ada = app.person("client").await;
    let next = Person::from(&ada.email, &refresh(&app, &ada.cookie).await.expect_status(200));
    let last = Person::from(&ada.email, &refresh(&app, &next.cookie).await.expect_status(200));
    refresh(&app, &ada.cookie)
        .await
        .expect_problem(401, "invalid_refresh_token");
    refresh(&app, &last.cookie)
        .await
        .expect_problem(401, "invalid_refresh_token");
}

#[tokio::test]
async fn a_token_that_was_never_issued_ends_nothing() {
    let app = TestApp::new().await;
    let ada = app.person("client").await;
    let value = ada.cookie.strip_prefix("refresh_token=").unwrap();
    let parts: Vec<&str> = value.split('.').collect();
    let [user, session, secret, tag] = parts[..] else {
        panic!("four parts: {value}")
    };
    let invented = "A".repeat(43);
    for forged in [
        format!("{user}.{session}.{invented}.{tag}"),
        format!("{user}.{session}.{secret}.{invented}"),
        format!("{user}.{session}.{invented}"),
        format!("{user}.{session}.{secret}"),
    ] {
        refresh(&app, &format!("refresh_token={forged}"))
            .await
            .expect_problem(401, "invalid_refresh_token");
        let call = Call {
            headers: vec![("cookie", format!("refresh_token={forged}"))],
            ..Call::default()
        };
        app.world
            .send("POST", "/v1/auth/logout", call)
            .await
            .expect_status(204);
    }
    refresh(&app, &ada.cookie).await.expect_status(200);
    app.drain().await;
    let told = app.subjects(&ada.email);
    assert!(
        !told.iter().any(|subject| subject.contains("signed out")),
        "{told:?}"
    );
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

/// A session that is used every day ends all the same: 90 days after its log-in.
#[tokio::test]
async fn a_session_ends_after_ninety_days_however_often_it_is_refreshed() {
    let app = TestApp::new().await;
    let mut ada = app.person("client").await;
    let day = 24 * 3600;
    for _ in 0..4 {
        pass(&app, 20 * day).await;
        ada = Person::from(&ada.email, &refresh(&app, &ada.cookie).await.expect_status(200));
    }
    pass(&app, 10 * day - 300).await;
    let last = refresh(&app, &ada.cookie).await.expect_status(200);
    // Neither the access token nor the cookie outlives it.
    let left = last.body["expiresIn"].as_u64().unwrap();
    let cookie = last.headers["set-cookie"].to_str().unwrap();
    let age = cookie
        .split("Max-Age=")
        .nth(1)
        .unwrap()
        .split(';')
        .next()
        .unwrap();
    for seconds in [left, age.parse().unwrap()] {
        assert!((1..=300).contains(&seconds), "{seconds}");
    }
    let ada = Person::from(&ada.email, &last);
    pass(&app, 300).await;
    refresh(&app, &ada.cookie)
        .await
        .expect_problem(401, "invalid_refresh_token");
    app.get(&ada, "/v1/users/me")
        .await
        .expect_problem(401, "token_expired");
    app.log_in(&ada).await;
}
