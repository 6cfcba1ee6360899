use proconnect_tests::{Expect, Hired, PASSWORD, Person, TestApp, id};
use serde_json::{Value, json};

#[tokio::test]
async fn the_client_compares_all_bids() {
    let app = TestApp::new().await;
    let client = app.person("client").await;
    let task = app.task(&client).await;
    let path = format!("/v1/tasks/{task}/bids");
    assert_eq!(
        app.get(&client, &path).await.expect_status(200).body["items"],
        json!([])
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
    let amounts = |page: &Value| -> Vec<i64> {
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

/// A task and a bid on it that shows one piece; returns the bids' address, and the piece's.
async fn shown(app: &TestApp, client: &Person, freelancer: &Person) -> (String, String) {
    let path = format!("/v1/tasks/{}/bids", app.task(client).await);
    let piece = app.piece(freelancer, "A bakery's shop").await;
    let mut body = app.bid_body(40_000);
    body["portfolioItemIds"] = json!([piece]);
    app.post(freelancer, &path, body).await.expect_status(201);
    (path, format!("/v1/users/me/portfolio/{piece}"))
}

async fn pieces(app: &TestApp, client: &Person, path: &str) -> Value {
    let bids = app.get(client, path).await.expect_status(200).body;
    bids["items"][0]["portfolioItems"].clone()
}

#[tokio::test]
async fn a_bid_shows_its_pieces_as_they_were_when_it_was_made() {
    let app = TestApp::new().await;
    let (client, felix) = (app.person("client").await, app.person("freelancer").await);
    let (bids, piece) = shown(&app, &client, &felix).await;
    let before = pieces(&app, &client, &bids).await;
    assert_eq!(before[0]["title"], "A bakery's shop");
    assert_eq!(before[0]["url"], "https://example.com/work");

    let body = json!({"title": "Something else now"});
    app.call(&felix, "PATCH", &piece, Some(body))
        .await
        .expect_status(200);
    assert_eq!(pieces(&app, &client, &bids).await, before);
    app.call(&felix, "DELETE", &piece, None).await.expect_status(204);
    assert_eq!(pieces(&app, &client, &bids).await, before);
}

/// Accepts the one bid on a task, and sees its contract through to the end.
async fn agree_and_finish(app: &TestApp, client: &Person, freelancer: &Person, bids: &str) {
    let bid = id(&app.get(client, bids).await.body["items"][0]);
    let accept = format!("/v1/bids/{bid}/accept");
    let contract = app.post(client, &accept, json!({})).await.expect_status(201).body;
    app.onboard(freelancer).await;
    let hired = Hired {
        client: client.clone(),
        freelancer: freelancer.clone(),
        contract: id(&contract),
        milestones: Vec::new(),
        task: String::new(),
        bid,
    };
    for milestone in contract["milestones"].as_array().unwrap().iter().map(id) {
        app.fund(&hired, &milestone).await;
        app.submit(&hired, &milestone).await.expect_status(201);
        app.approve(&hired, &milestone).await.expect_status(200);
        app.drain().await;
    }
}

#[tokio::test]
async fn a_closed_account_takes_its_pieces_along_unless_the_bid_was_accepted() {
    let app = TestApp::new().await;
    let (client, felix) = (app.person("client").await, app.person("freelancer").await);
    let (accepted, _) = shown(&app, &client, &felix).await;
    agree_and_finish(&app, &client, &felix, &accepted).await;
    let (open, _) = shown(&app, &client, &felix).await;
    let (declined, _) = shown(&app, &client, &felix).await;
    let bid = id(&app.get(&client, &declined).await.body["items"][0]);
    let body = json!({"reason": "price"});
    app.post(&client, &format!("/v1/bids/{bid}/decline"), body)
        .await
        .expect_status(200);
    app.post(&felix, "/v1/users/me/delete", json!({"password": PASSWORD}))
        .await
        .expect_status(204);
    for bids in [open, declined] {
        assert_eq!(pieces(&app, &client, &bids).await, json!([]));
    }
    let agreed = pieces(&app, &client, &accepted).await;
    assert_eq!(agreed[0]["title"], "A bakery's shop");
}
