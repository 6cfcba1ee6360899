//! Bids.

use super::Budget;
use proconnect_tests::TestApp;
use serde_json::json;

#[tokio::test]
async fn bids() {
    let app = TestApp::new().await;
    let budget = Budget::new(&app);
    let (client, freelancer) = (app.person("client").await, app.person("freelancer").await);
    let bids = format!("/v1/tasks/{}/bids", app.task(&client).await);
    let create = app.post(&freelancer, &bids, app.bid_body(100_000)).await;
    budget.check("bids-create", "task, bidder, the named files and, if pieces are named, the profile in one call; transaction: bid, task's counter, check of the bidder, outbox, files", (1, 1, 28), &create);
    // With a piece of a portfolio: the profile rides along.
    let felix = app.person("freelancer").await;
    let elsewhere = format!("/v1/tasks/{}/bids", app.task(&client).await);
    let mut body = app.bid_body(100_000);
    body["portfolioItemIds"] = json!([app.piece(&felix, "A bakery's shop").await]);
    budget.again("bids-create", &app.post(&felix, &elsewhere, body).await);
    let of_task = app.get(&client, &bids).await;
    budget.check(
        "bids-list-for-task",
        "the task's partition; its people",
        (2, 0, 3),
        &of_task,
    );
    let mine = app.get(&freelancer, "/v1/bids/mine").await;
    budget.check("bids-list-mine", "`gsi3`; its people", (2, 0, 2), &mine);
    let path = format!("/v1/bids/{}/accept", create.body["id"].as_str().unwrap());
    let accept = app.post(&client, &path, json!({})).await;
    budget.check(
        "bids-accept",
        "`gsi1` by id; transaction: bid, task, contract, person's counter, outbox, checks of the freelancer and the session; its people",
        (2, 1, 46),
        &accept,
    );
    app.drain().await;

    let bid = app.bid(&felix, &app.task(&client).await, 40_000).await;
    let path = format!("/v1/bids/{bid}/decline");
    let decline = app.post(&client, &path, json!({"reason": "price"})).await;
    budget.check(
        "bids-decline",
        "`gsi1` by id; transaction: bid, check of the caller, outbox; its people",
        (2, 1, 22),
        &decline,
    );
    let task = app.task(&client).await;
    let bid = app.bid(&felix, &task, 40_000).await;
    let body = Some(json!({"location": "Bremen"}));
    let path = format!("/v1/tasks/{task}");
    assert_eq!(app.call(&client, "PATCH", &path, body).await.status, 200);
    app.drain().await;
    let path = format!("/v1/bids/{bid}/keep");
    let keep = app.post(&felix, &path, json!({"version": 2})).await;
    budget.check(
        "bids-keep",
        "`gsi1` by id; transaction: bid, check of the caller; its people",
        (2, 1, 16),
        &keep,
    );
    let bid = app.bid(&felix, &app.task(&client).await, 40_000).await;
    let path = format!("/v1/bids/{bid}/shortlist");
    let body = Some(json!({"shortlisted": true}));
    let shortlist = app.call(&client, "PUT", &path, body).await;
    budget.check(
        "bids-shortlist",
        "`gsi1` by id; transaction: bid, check of the caller; its people",
        (2, 1, 16),
        &shortlist,
    );
    let withdraw = app
        .post(&felix, &format!("/v1/bids/{bid}/withdraw"), json!({}))
        .await;
    budget.check(
        "bids-withdraw",
        "`gsi1` by id; transaction: bid, check of the caller; its people",
        (2, 1, 16),
        &withdraw,
    );
}
