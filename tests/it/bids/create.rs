use proconnect_tests::{Answer, Expect, Person, TestApp, png};
use serde_json::{Value, json};

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

/// A bid that shows these pieces.
async fn bid_showing(app: &TestApp, freelancer: &Person, pieces: Value) -> Answer {
    let path = format!("/v1/tasks/{}/bids", app.task(&app.person("client").await).await);
    let mut body = app.bid_body(40_000);
    body["portfolioItemIds"] = pieces;
    app.post(freelancer, &path, body).await
}

fn codes(answer: &Answer) -> Vec<&str> {
    let errors = answer.body["errors"].as_array().unwrap().iter();
    errors.map(|error| error["code"].as_str().unwrap()).collect()
}

#[tokio::test]
async fn a_bid_shows_pieces_of_the_portfolio_in_the_chosen_order() {
    let app = TestApp::new().await;
    let felix = app.person("freelancer").await;
    let plain = app.piece(&felix, "A bakery's shop").await;
    app.piece(&felix, "Not like the task").await;
    let picture = app.file(&felix, "portfolio", "image/png", &png()).await;
    let body = json!({"title": "A sign above a door", "fileId": picture});
    let pictured = app.post(&felix, "/v1/users/me/portfolio", body).await.body["id"].clone();

    let answer = bid_showing(&app, &felix, json!([pictured, plain]))
        .await
        .expect_status(201);
    let shown = json!([
        {"id": pictured, "title": "A sign above a door", "url": null, "pictureId": picture, "file": null},
        {"id": plain, "title": "A bakery's shop", "url": "https://example.com/work", "pictureId": null, "file": null},
    ]);
    assert_eq!(answer.body["portfolioItems"], shown);
    let mine = app.get(&felix, "/v1/bids/mine").await.body;
    assert_eq!(mine["items"][0]["portfolioItems"], shown);
    let without = bid_showing(&app, &felix, json!([])).await.expect_status(201);
    assert_eq!(without.body["portfolioItems"], json!([]));
}

#[tokio::test]
async fn only_pieces_of_ones_own_and_each_once() {
    let app = TestApp::new().await;
    let (felix, fiona) = (app.person("freelancer").await, app.person("freelancer").await);
    let (mine, theirs) = (
        app.piece(&felix, "A bakery's shop").await,
        app.piece(&fiona, "Somebody else's").await,
    );
    let named = json!([mine, theirs, "ptf_01ARZ3NDEKTSV4RRFFQ69G5FAV", mine]);
    let refused = bid_showing(&app, &felix, named).await.expect_fields(&[
        "/portfolioItemIds/1",
        "/portfolioItemIds/2",
        "/portfolioItemIds/3",
    ]);
    let (unknown, repeated) = ("unknown_portfolio_item", "repeated_portfolio_item");
    assert_eq!(codes(&refused), [unknown, unknown, repeated]);
    // Nobody without a profile has pieces.
    let nobody = app.person("freelancer").await;
    bid_showing(&app, &nobody, json!([mine]))
        .await
        .expect_fields(&["/portfolioItemIds/0"]);
}

#[tokio::test]
async fn at_most_six_pieces() {
    let app = TestApp::new().await;
    let felix = app.person("freelancer").await;
    let mut pieces = Vec::new();
    for number in 1..=7 {
        pieces.push(app.piece(&felix, &format!("Piece number {number}")).await);
    }
    let refused = bid_showing(&app, &felix, json!(pieces))
        .await
        .expect_fields(&["/portfolioItemIds"]);
    assert_eq!(codes(&refused), ["too_many"]);
    pieces.truncate(6);
    let taken = bid_showing(&app, &felix, json!(pieces)).await.expect_status(201);
    assert_eq!(taken.body["portfolioItems"].as_array().unwrap().len(), 6);
}

#[tokio::test]
async fn the_same_key_answers_the_same_even_when_a_piece_is_gone_by_then() {
    let app = TestApp::new().await;
    let (client, felix) = (app.person("client").await, app.person("freelancer").await);
    let path = format!("/v1/tasks/{}/bids", app.task(&client).await);
    let piece = app.piece(&felix, "A bakery's shop").await;
    let mut body = app.bid_body(40_000);
    body["portfolioItemIds"] = json!([piece]);
    let first = app
        .post_keyed(&felix, &path, "b1", body.clone())
        .await
        .expect_status(201);
    let again = app
        .post_keyed(&felix, &path, "b1", body.clone())
        .await
        .expect_status(201);
    assert_eq!(first.body, again.body);
    let gone = format!("/v1/users/me/portfolio/{piece}");
    app.call(&felix, "DELETE", &gone, None).await.expect_status(204);
    let again = app
        .post_keyed(&felix, &path, "b1", body.clone())
        .await
        .expect_status(201);
    assert_eq!(first.body, again.body);
    assert_eq!(again.headers["idempotent-replayed"], "true");
    app.post_keyed(&felix, &path, "b2", body)
        .await
        .expect_fields(&["/portfolioItemIds/0"]);
}
