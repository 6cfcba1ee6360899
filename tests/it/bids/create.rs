use proconnect_tests::{Expect, TestApp};
use serde_json::json;

#[tokio::test]
async fn a_bid_reaches_the_client() {
    let app = TestApp::new().await;
    let (client, freelancer) = (app.person("client").await, app.person("freelancer").await);
    let task = app.task(&client).await;
    let path = format!("/v1/tasks/{task}/bids");
    let bid = app
        .post(&freelancer, &path, app.bid_body(40_000))
        .await
        .expect_status(201)
        .body;
    assert_eq!(
        (&bid["status"], &bid["taskId"]),
        (&json!("submitted"), &json!(task))
    );
    assert_eq!(
        bid["milestones"][0]["criteria"],
        json!(["Two colours", "Works in small"])
    );
    app.drain().await;
    assert_eq!(app.subjects(&client.email)[0], "New bid on “Design a logo”");
}

#[tokio::test]
async fn one_bid_per_freelancer() {
    let app = TestApp::new().await;
    let (client, freelancer) = (app.person("client").await, app.person("freelancer").await);
    let task = app.task(&client).await;
    let bid = app.bid(&freelancer, &task, 40_000).await;
    let path = format!("/v1/tasks/{task}/bids");
    app.post(&freelancer, &path, app.bid_body(30_000))
        .await
        .expect_problem(409, "already_bid");
    app.post(&freelancer, &format!("/v1/bids/{bid}/withdraw"), json!({}))
        .await
        .expect_status(200);
    app.post(&freelancer, &path, app.bid_body(30_000))
        .await
        .expect_problem(409, "already_bid");
    assert_eq!(
        app.get(&client, &format!("/v1/tasks/{task}")).await.body["bidCount"],
        1
    );
}

#[tokio::test]
async fn who_may_not_bid() {
    let app = TestApp::new().await;
    let (client, other) = (app.person("client").await, app.person("client").await);
    let path = format!("/v1/tasks/{}/bids", app.task(&client).await);
    app.post(&client, &path, app.bid_body(40_000))
        .await
        .expect_problem(409, "own_task");
    app.post(&other, &path, app.bid_body(40_000))
        .await
        .expect_problem(403, "forbidden");
    let nowhere = "/v1/tasks/tsk_01ARZ3NDEKTSV4RRFFQ69G5FAV/bids";
    app.post(&app.person("freelancer").await, nowhere, app.bid_body(40_000))
        .await
        .expect_problem(404, "not_found");
}

#[tokio::test]
async fn a_decided_or_late_task_takes_no_bids() {
    let app = TestApp::new().await;
    let hired = app.hired().await;
    let late = app.person("freelancer").await;
    let body = app.bid_body(40_000);
    let path = format!("/v1/tasks/{}/bids", hired.task);
    app.post(&late, &path, body)
        .await
        .expect_problem(409, "task_not_open");
    let task = app.task(&hired.client).await;
    app.advance(11).await;
    let token = app.person("freelancer").await;
    let path = format!("/v1/tasks/{task}/bids");
    app.post(&token, &path, app.bid_body(40_000))
        .await
        .expect_problem(409, "task_not_open");
}

#[tokio::test]
async fn bad_fields_are_all_named() {
    let app = TestApp::new().await;
    let (client, freelancer) = (app.person("client").await, app.person("freelancer").await);
    let path = format!("/v1/tasks/{}/bids", app.task(&client).await);
    let mut body = app.bid_body(40_000);
    body["milestones"][1]["amount"]["amount"] = json!(1);
    app.post(&freelancer, &path, body)
        .await
        .expect_fields(&["/milestones", "/milestones/1/amount"]);
    let mut body = app.bid_body(40_000);
    body["coverLetter"] = json!("Hi");
    body["timelineDays"] = json!(0);
    body["questions"] = json!(["", "b", "c", "d", "e", "f"]);
    body["milestones"][0]["dueDate"] = json!("2020-01-01");
    body["portfolioItemIds"] = json!(["ptf_01ARZ3NDEKTSV4RRFFQ69G5FAV"]);
    app.post(&freelancer, &path, body).await.expect_fields(&[
        "/coverLetter",
        "/timelineDays",
        "/questions",
        "/questions/0",
        "/milestones/0/dueDate",
        "/portfolioItemIds/0",
    ]);
    let mut body = app.bid_body(40_000);
    body["amount"]["currency"] = json!("eur");
    let answer = app
        .post(&freelancer, &path, body)
        .await
        .expect_problem(422, "invalid_fields");
    assert!(answer.body.to_string().contains("currency_mismatch"));
}

#[tokio::test]
async fn the_same_key_makes_one_bid() {
    let app = TestApp::new().await;
    let (client, freelancer) = (app.person("client").await, app.person("freelancer").await);
    let path = format!("/v1/tasks/{}/bids", app.task(&client).await);
    let body = app.bid_body(40_000);
    let first = app
        .post_keyed(&freelancer, &path, "b1", body.clone())
        .await
        .expect_status(201);
    let again = app
        .post_keyed(&freelancer, &path, "b1", body)
        .await
        .expect_status(201);
    assert_eq!(first.body, again.body);
}
