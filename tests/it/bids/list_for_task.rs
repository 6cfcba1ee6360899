use proconnect_tests::{Expect, TestApp};

#[tokio::test]
async fn the_client_compares_all_bids() {
    let app = TestApp::new().await;
    let client = app.person("client").await;
    let task = app.task(&client).await;
    let path = format!("/v1/tasks/{task}/bids");
    assert_eq!(
        app.get(&client, &path).await.expect_status(200).body["items"],
        serde_json::json!([])
    );
    for amount in [40_000, 30_000, 20_000] {
        app.bid(&app.person("freelancer").await, &task, amount).await;
    }
    let first = app
        .get(&client, &format!("{path}?limit=2"))
        .await
        .expect_status(200)
        .body;
    let cursor = first["nextCursor"].as_str().unwrap();
    let second = app
        .get(&client, &format!("{path}?limit=2&cursor={cursor}"))
        .await
        .expect_status(200)
        .body;
    let amounts = |page: &serde_json::Value| -> Vec<i64> {
        page["items"]
            .as_array()
            .unwrap()
            .iter()
            .map(|bid| bid["amount"]["amount"].as_i64().unwrap())
            .collect()
    };
    let mut all = [amounts(&first), amounts(&second)].concat();
    all.sort_unstable();
    assert_eq!(all, [20_000, 30_000, 40_000]);
}

#[tokio::test]
async fn nobody_else_sees_them() {
    let app = TestApp::new().await;
    let (client, freelancer) = (app.person("client").await, app.person("freelancer").await);
    let task = app.task(&client).await;
    app.bid(&freelancer, &task, 40_000).await;
    let path = format!("/v1/tasks/{task}/bids");
    app.get(&freelancer, &path).await.expect_problem(403, "forbidden");
    app.get(&app.person("client").await, &path)
        .await
        .expect_problem(403, "forbidden");
    app.anonymous("GET", &path, None)
        .await
        .expect_problem(401, "unauthenticated");
    let nowhere = "/v1/tasks/tsk_01ARZ3NDEKTSV4RRFFQ69G5FAV/bids";
    app.get(&client, nowhere).await.expect_problem(404, "not_found");
}
