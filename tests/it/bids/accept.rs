use proconnect_domain::UserEvent;
use proconnect_tests::{Expect, TestApp};
use serde_json::json;

#[tokio::test]
async fn a_bids_milestones_become_the_contracts() {
    let app = TestApp::new().await;
    let hired = app.hired().await;
    let contract = app
        .get(&hired.client, &format!("/v1/contracts/{}", hired.contract))
        .await
        .expect_status(200)
        .body;
    assert_eq!(
        (&contract["status"], &contract["total"]["amount"]),
        (&json!("active"), &json!(100_000))
    );
    assert_eq!(
        contract["progress"],
        json!({
            "percent": 0, "approvedAmount": {"amount": 0, "currency": "usd"}, "approvedCount": 0,
            "totalAmount": {"amount": 100_000, "currency": "usd"}, "totalCount": 2,
        })
    );
    let first = &contract["milestones"][0];
    assert_eq!(
        (&first["title"], &first["status"]),
        (&json!("Drafts"), &json!("pending"))
    );
    assert_eq!(first["payment"]["status"], "unfunded");
    assert_eq!(
        (&first["fee"]["amount"], &first["payout"]["amount"]),
        (&json!(5_000), &json!(45_000))
    );
    app.drain().await;
    assert_eq!(
        app.subjects(&hired.freelancer.email)[0],
        "Your bid on “Design a logo” was accepted"
    );
}

#[tokio::test]
async fn a_bid_without_milestones_becomes_one() {
    let app = TestApp::new().await;
    let (client, freelancer) = (app.person("client").await, app.person("freelancer").await);
    let task = app.task(&client).await;
    let mut body = app.bid_body(40_000);
    body["milestones"] = json!([]);
    let bid = app
        .post(&freelancer, &format!("/v1/tasks/{task}/bids"), body)
        .await
        .expect_status(201)
        .body;
    let path = format!("/v1/bids/{}/accept", bid["id"].as_str().unwrap());
    let contract = app.post(&client, &path, json!({})).await.expect_status(201).body;
    assert_eq!(contract["milestones"].as_array().unwrap().len(), 1);
    assert_eq!(contract["milestones"][0]["amount"]["amount"], 40_000);
}

#[tokio::test]
async fn only_one_bid_wins_and_the_others_learn_why() {
    let app = TestApp::new().await;
    let client = app.person("client").await;
    let task = app.task(&client).await;
    let (one, two) = (app.person("freelancer").await, app.person("freelancer").await);
    let (bid_one, bid_two) = (
        app.bid(&one, &task, 40_000).await,
        app.bid(&two, &task, 30_000).await,
    );
    let (path_one, path_two) = (
        format!("/v1/bids/{bid_one}/accept"),
        format!("/v1/bids/{bid_two}/accept"),
    );
    let (first, second) = tokio::join!(
        app.post(&client, &path_one, json!({})),
        app.post(&client, &path_two, json!({}))
    );
    let mut statuses = [first.status, second.status];
    statuses.sort_unstable();
    assert_eq!(statuses, [201, 409]);
    app.post(&client, &path_one, json!({})).await.expect_status(409);
    app.drain().await;
    let loser = if first.status == 201 { &two } else { &one };
    let bids = app.get(loser, "/v1/bids/mine").await.body;
    assert_eq!(bids["items"][0]["status"], "declined");
    assert_eq!(bids["items"][0]["declineReason"], "another_bid_accepted");
    assert_eq!(
        app.subjects(&loser.email)[0],
        "Your bid on “Design a logo” was closed"
    );
}

#[tokio::test]
async fn the_same_key_accepts_once() {
    let app = TestApp::new().await;
    let (client, freelancer) = (app.person("client").await, app.person("freelancer").await);
    let bid = app.bid(&freelancer, &app.task(&client).await, 40_000).await;
    let path = format!("/v1/bids/{bid}/accept");
    let first = app
        .post_keyed(&client, &path, "a1", json!({}))
        .await
        .expect_status(201);
    let again = app
        .post_keyed(&client, &path, "a1", json!({}))
        .await
        .expect_status(201);
    assert_eq!(first.body, again.body);
    app.post(&client, &path, json!({}))
        .await
        .expect_problem(409, "bid_decided");
}

#[tokio::test]
async fn only_the_client_accepts() {
    let app = TestApp::new().await;
    let (client, freelancer) = (app.person("client").await, app.person("freelancer").await);
    let bid = app.bid(&freelancer, &app.task(&client).await, 40_000).await;
    let path = format!("/v1/bids/{bid}/accept");
    app.post(&freelancer, &path, json!({}))
        .await
        .expect_problem(403, "forbidden");
    app.post(&app.person("client").await, &path, json!({}))
        .await
        .expect_problem(404, "not_found");
}

/// They could not begin. Once they may again, the bid is as good as before.
#[tokio::test]
async fn a_bid_of_somebody_who_is_suspended_waits() {
    let app = TestApp::new().await;
    let (ada, felix) = (app.person("client").await, app.person("freelancer").await);
    let task = app.task(&ada).await;
    let bid = app.bid(&felix, &task, 40_000).await;
    app.happens(&felix, UserEvent::Suspend).await;
    let path = format!("/v1/bids/{bid}/accept");
    let refused = app.post(&ada, &path, json!({})).await;
    let refused = refused.expect_problem(409, "invalid_state");
    let detail = refused.body["detail"].as_str().unwrap();
    assert!(
        detail.contains("can't take on work") && !detail.contains("suspended"),
        "{detail}"
    );
    let contracts = app.get(&ada, "/v1/contracts?role=client").await.body;
    assert_eq!(contracts["items"], json!([]));
    app.happens(&felix, UserEvent::Restore).await;
    app.post(&ada, &path, json!({})).await.expect_status(201);
}
