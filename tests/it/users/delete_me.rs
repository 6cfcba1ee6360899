use proconnect_tests::{Call, Expect, PASSWORD, TestApp};
use serde_json::{Value, json};

#[tokio::test]
async fn an_account_is_closed_its_address_is_free_and_its_work_is_taken_back() {
    let app = TestApp::new().await;
    let (ada, felix) = (app.person("client").await, app.person("freelancer").await);
    let (other, task) = (app.person("client").await, app.task(&ada).await);
    let bid = app.bid(&felix, &task, 40_000).await;
    let own = app.bid(&felix, &app.task(&other).await, 40_000).await;
    app.post(&ada, "/v1/users/me/delete", json!({"password": "wrong"}))
        .await
        .expect_fields(&["/password"]);
    app.post(&ada, "/v1/users/me/delete", json!({"password": PASSWORD}))
        .await
        .expect_status(204);
    app.post(&felix, "/v1/users/me/delete", json!({"password": PASSWORD}))
        .await
        .expect_status(204);
    app.drain().await;

    let task = app
        .anonymous("GET", &format!("/v1/tasks/{task}"), None)
        .await
        .body;
    assert_eq!(task["status"], "cancelled");
    let mine = app.get(&felix, "/v1/bids/mine").await.body;
    for item in mine["items"].as_array().unwrap() {
        assert_eq!(item["status"], "withdrawn", "{bid} {own}");
    }
    app.anonymous("GET", &format!("/v1/users/{}", felix.id), None)
        .await
        .expect_problem(404, "not_found");
    let body = json!({"email": ada.email, "password": PASSWORD});
    app.anonymous("POST", "/v1/auth/login", Some(body))
        .await
        .expect_problem(401, "invalid_credentials");
    let refresh = Call {
        headers: vec![("cookie", ada.cookie.clone())],
        ..Call::default()
    };
    app.world
        .send("POST", "/v1/auth/refresh", refresh)
        .await
        .expect_problem(401, "invalid_refresh_token");
    app.register(&ada.email, "Ada again", "client")
        .await
        .expect_status(201);
}

#[tokio::test]
async fn nobody_leaves_while_a_contract_runs() {
    let app = TestApp::new().await;
    let hired = app.hired().await;
    for person in [&hired.client, &hired.freelancer] {
        app.post(person, "/v1/users/me/delete", json!({"password": PASSWORD}))
            .await
            .expect_problem(409, "invalid_state");
        app.get(person, "/v1/users/me").await.expect_status(200);
    }
}

#[tokio::test]
async fn the_token_of_a_closed_account_does_nothing_more() {
    let app = TestApp::new().await;
    let (felix, ada) = (app.person("freelancer").await, app.person("client").await);
    let (task, other) = (app.task(&ada).await, app.person("freelancer").await);
    let piece = app.piece(&felix, "A bakery's shop").await;
    let body = json!({"password": PASSWORD});
    let closed = app.post(&felix, "/v1/users/me/delete", body.clone()).await;
    let cookie = closed.expect_status(204).headers["set-cookie"].clone();
    let cookie = cookie.to_str().unwrap();
    assert!(
        cookie.starts_with("refresh_token=;") && cookie.contains("Max-Age=0"),
        "{cookie}"
    );
    assert!(cookie.contains("Path=/v1/auth"), "{cookie}");

    let piece = format!("/v1/users/me/portfolio/{piece}");
    let saved = format!("/v1/users/me/saved/{}", other.id);
    for (method, path, body) in [
        ("POST", "/v1/users/me/delete", body),
        (
            "PATCH",
            "/v1/users/me",
            json!({"headline": "Back again", "name": "Felix"}),
        ),
        ("PATCH", "/v1/users/me", json!({"headline": "Back again"})),
        (
            "POST",
            "/v1/users/me/portfolio",
            json!({"title": "Another piece"}),
        ),
        ("PATCH", &piece, json!({"title": "A better title"})),
        ("DELETE", &piece, Value::Null),
        ("PUT", &saved, json!({"saved": true})),
        ("PUT", &saved, json!({"saved": false})),
        ("GET", "/v1/users/me", Value::Null),
        ("GET", "/v1/users/me/export", Value::Null),
        ("POST", &format!("/v1/tasks/{task}/bids"), app.bid_body(40_000)),
    ] {
        app.call(&felix, method, path, (!body.is_null()).then_some(body))
            .await
            .expect_problem(401, "session_ended");
    }
    let listed = app.anonymous("GET", "/v1/freelancers", None).await.body;
    assert_eq!(listed["items"], json!([]));
    let bids = app.get(&ada, &format!("/v1/tasks/{task}/bids")).await.body;
    assert_eq!(bids["items"], json!([]));
}

/// Between read and write an account may be closed: the write itself looks.
#[tokio::test]
async fn what_was_read_before_the_account_was_closed_is_not_written_after() {
    use proconnect_events::Actor;
    use proconnect_store::{FileChanges, ProfileRecord};
    let app = TestApp::new().await;
    let felix = app.person("freelancer").await;
    let own = Actor::User(felix.id.parse().unwrap());
    let store = app.world.app.store.acting(own);
    let profiles = store.profiles();
    let (user, _) = profiles
        .with_user(felix.id.parse().unwrap())
        .await
        .unwrap()
        .unwrap();
    app.post(&felix, "/v1/users/me/delete", json!({"password": PASSWORD}))
        .await
        .expect_status(204);
    let profile = ProfileRecord::of(&user);
    for user in [None, Some(&user)] {
        let outcome = profiles
            .write(user, &profile, None, FileChanges::default(), &[], app.world.now())
            .await;
        assert!(outcome.is_err());
    }
}
