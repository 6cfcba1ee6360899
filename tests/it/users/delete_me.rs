use proconnect_tests::{Call, Expect, PASSWORD, TestApp};
use serde_json::json;

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
