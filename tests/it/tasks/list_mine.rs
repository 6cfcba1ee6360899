use proconnect_tests::{Expect, TestApp};

#[tokio::test]
async fn one_sees_ones_own_tasks_in_any_state() {
    let app = TestApp::new().await;
    let hired = app.hired().await;
    let open = app.task(&hired.client).await;
    app.task(&app.person("client").await).await;
    let mine = app
        .get(&hired.client, "/v1/tasks/mine")
        .await
        .expect_status(200)
        .body;
    let items = mine["items"].as_array().unwrap();
    assert_eq!(items.len(), 2);
    assert_eq!(
        (&items[0]["id"], &items[0]["status"]),
        (&open.into(), &"open".into())
    );
    assert_eq!(
        (&items[1]["id"], &items[1]["status"]),
        (&hired.task.into(), &"in_progress".into())
    );
    assert!(items[1]["clock"].is_null());
}

#[tokio::test]
async fn another_lists_cursor_is_refused() {
    let app = TestApp::new().await;
    let (ada, eve) = (app.person("client").await, app.person("client").await);
    app.task(&ada).await;
    app.task(&ada).await;
    let page = app
        .get(&ada, "/v1/tasks/mine?limit=1")
        .await
        .expect_status(200)
        .body;
    let path = format!("/v1/tasks/mine?cursor={}", page["nextCursor"].as_str().unwrap());
    app.get(&eve, &path).await.expect_problem(400, "invalid_cursor");
    app.get(&ada, &path).await.expect_status(200);
}
